function defaultVoicemail(name) {
  if (!name) { return 'Hi there, this is Ann at Harlow, please call me back.' }
  return `Hi ${name}, this is Ann at Harlow, please call me back.`
}
console.log("Failed. Could not leave a voicemail, thanks for trying again")
