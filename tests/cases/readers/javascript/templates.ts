// the voicemail isn't sent when somebody answers
export const VOICEMAILS: Record<string, string> = {
  cold: `Hi ${p.name ? `${p.name}` : "there"}, it's Ann at Harlow.\nCall me on 617-555-0142.`,
  'warm-up': "Hi Sam, this is \"Ann\" " +
    `at Harlow, call ` + me.number + '.',
};
const mark = /["'`]/g;
