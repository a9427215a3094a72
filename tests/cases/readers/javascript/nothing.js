// plays the voicemail
const greeting = "You've reached Harlow. Leave a message after the beep.";
const voicemailPath = "/audio/voicemail/first message of all.mp3";
