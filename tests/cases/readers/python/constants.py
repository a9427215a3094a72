"""Texts of the dialler: voicemail scripts."""

VOICEMAIL_SCRIPTS = {
    (1, "en"): "Hi {name}, it's Ann at Harlow. "  # the first
    "Call me on 617-555-0142. "
    'It\'s about your \u201clease\u201d.',
    (1, "fr"): f"Bonjour {name}, ici Léa Martin {{LM}}. Rappelez-moi.",
}
EMAIL = "Hi Sam, this is Ann from Harlow, here is the quote."
