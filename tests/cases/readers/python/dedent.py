from textwrap import dedent

DEFAULT_VOICEMAIL = dedent("""
    Hi Sam, this is Ann at Harlow.
    Call me on 617-555-0142.
""")
