import {describe, expect, it} from '@jest/globals';
import {createCleaning} from '../../../../../server/core/domain/cleaning/create-cleaning.js';
import {parseJson} from '../../../../../server/lib/parse-json.js';

const {withoutSecrets, withoutSecretsAndAddresses} = createCleaning(parseJson);

describe('an answer of Zoom’s without secrets', () => {
  it('lacks every field that lets somebody in, and keeps all others', () => {
    const kept = {
      id: 85_512_345_678,
      uuid: '4444AAAiAAAAAiAiAiiAii==',
      topic: 'Mapping pinned keys',
      next_page_token: 'w7587w4eiyfsudgf',
      settings: {waiting_room: true, alternative_hosts: null},
      agenda: '',
    };
    const meeting = {
      ...kept,
      start_url: 'https://zoom.us/s/85512345678?zak=eyJ0',
      password: 'p',
      h323_password: '1',
      pstn_password: '2',
      encrypted_password: 'x',
      recording_play_passcode: 'y',
      participant_pin_code: 3,
      sip_dialing: 'sip:85512345678.123456@zoomcrc.com',
      participant_identifier_code: 555,
      activation_code: '6514',
      hostKey: '123456',
      stream_key: 'k',
      download_access_token: 't',
      ＺＡＫ: 'z',
      settings: {...kept.settings, 'audio-conference-secret': 's'},
      custom_questions: [
        {title: 'PIN', value: '42'},
        {title: 'Team', value: 'Red'},
      ],
    };
    expect(withoutSecrets(meeting)).toEqual({
      ...kept,
      custom_questions: [{title: 'PIN'}, {title: 'Team', value: 'Red'}],
    });
  });

  it.each([
    ['https://zoom.us/j/855?pwd=aBc.1', 'https://zoom.us/j/855'],
    ['https://zoom.us/j/855?pwd=aBc.1&uname=Ana', 'https://zoom.us/j/855?uname=Ana'],
    ['https://zoom.us/j/855?uname=Ana&pwd=aBc.1', 'https://zoom.us/j/855?uname=Ana'],
    ['https://zoom.us/j/855?a=1&PWD=aBc.1&b=2#tk=x', 'https://zoom.us/j/855?a=1&b=2'],
    ['https://zoom.us/w/855?tk=abc&pwd=d&uuid=WN_x', 'https://zoom.us/w/855?uuid=WN_x'],
    [
      'https://zoom.us/x?next=https%3A%2F%2Fzoom.us%2Fs%2F1%3Fzak%3Dabc',
      'https://zoom.us/x?next=https%3A%2F%2Fzoom.us%2Fs%2F1',
    ],
    ['https://zoom.us/x?settings%5Bpasscode%5D=1', 'https://zoom.us/x'],
    ['zoommtg://zoom.us/join?confno=1&%7A%61%6B=abc', 'zoommtg://zoom.us/join?confno=1'],
    ['Join https://zoom.us/j/1?pwd=x now', 'Join https://zoom.us/j/1 now'],
    ['Meeting ID: 855\r\nPasscode: 123456\r\n', 'Meeting ID: 855\r\nPasscode: …\r\n'],
    [
      'https://x.example/a.mp4?Expires=9&Signature=abc&Key-Pair-Id=K',
      'https://x.example/a.mp4?Expires=9&Key-Pair-Id=K',
    ],
    ['Kenncode: a1b2c3', 'Kenncode: …'],
    ['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'Bearer …'],
    ['{"zak":"abc","id":1}', '{"id":1}'],
    ['["{\\"passcode\\":\\"1\\"}"]', '["{}"]'],
    ['{"a":"zak=1","a":2}', '{"a":2}'],
    ['Half of it: "password":"x', 'Half of it: "password":"…'],
    ['xxxxZAKxxxxxxxxxxxxxxx==', 'xxxxZAKxxxxxxxxxxxxxxx=='],
    ['1 + 1 = 2? Yes & no; #1', '1 + 1 = 2? Yes & no; #1'],
  ])('has %j as %j', (text, cleaned) => {
    expect(withoutSecrets({text})).toEqual({text: cleaned});
  });

  it('is as shallow as whoever reads it can bear', () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}"zak"${']'.repeat(5_000)}`) as unknown;
    const cleaned = JSON.stringify(withoutSecrets(deep));
    expect(cleaned).toBe(`${'['.repeat(40)}"…"${']'.repeat(40)}`);
  });
});

describe('an event of Zoom’s for other systems', () => {
  it('names no e-mail address and no device, wherever they stand', () => {
    const event = {
      operator: 'ana@example.org',
      object: {
        host_email: 'bob@example.org',
        contactMail: 'x',
        participant: {user_name: 'Ana (ana@example.org)', public_ip: '203.0.113.7', id: 'qLKSJ1'},
        'bob@example.org': 'Bob',
        topic: 'Ask <bob%40example.org> or 203.0.113.7:443, fe80::1.',
        start_time: '2026-11-30T08:00:00Z',
        password: 'p',
      },
    };
    expect(withoutSecretsAndAddresses(event)).toEqual({
      operator: '…',
      object: {
        participant: {user_name: 'Ana (…)', id: 'qLKSJ1'},
        topic: 'Ask <…> or …, …',
        start_time: '2026-11-30T08:00:00Z',
      },
    });
  });
});
