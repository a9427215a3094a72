const GENERIC_VOICEMAIL_MESSAGE = "Hi, it's Ann at Harlow. Please call us back.";
export const View = () => <p>Don't leave a voicemail twice</p>;
