"""What a message sounds like: which words are said, and when, at a given rate."""
