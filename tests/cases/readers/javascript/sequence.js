export const steps = [
  { id: 1, day: 1, type: 'email', content: 'Hi Sam, this is Ann from Harlow, the quote is attached.' },
  { id: 2, day: 3, channel: 'voicemail', durationSec: 9,
    content: ['Hi Sam,', 'this is Ann at Harlow,', 'call me back.'].join(' ') },
];
