import logging


def leave_voicemail(name, number):
    """Hi, this docstring is no script, call me back please, thanks."""
    logging.info("voicemail left for a customer")
    return "Hi " + name + ", this is Ann at Harlow. Call me on " + number + "."


steps = [
    Step(channel="voicemail", day=3, body=" ".join(["Hi Sam,", "this is Ann at Harlow,", "call me back."])),
    Step(channel="email", body="Hi Sam, this is Ann at Harlow, the quote is attached."),
]
