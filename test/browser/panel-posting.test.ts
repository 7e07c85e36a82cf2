import {describe, expect, it} from '@jest/globals';
import {
  answering,
  COFFEE,
  IMPORT,
  imports,
  openPanel,
  PICTURE,
  PLANNING,
  refusal,
  REVIEW,
} from './sample-import.js';
import {CHANNEL} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

describe('Posting from the panel', () => {
  it('posts one in two presses, and leads to its card', async () => {
    const opened = await openPanel(open);
    const {page, panel} = opened;
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await panel.getByText('One card was posted.', {exact: true}).first().waitFor();
    expect(imports(opened)).toEqual([
      {channel_id: CHANNEL, root_id: '', kind: 'meeting', number: PLANNING.number},
    ]);
    expect(await panel.getByRole('checkbox', {checked: true}).count()).toBe(0);
    await page.evaluate(() => {
      Object.assign(window, {
        WebappUtils: {browserHistory: {push: (path: string) => (document.title = path)}},
      });
    });
    await panel.getByRole('button', {name: 'Go to the card'}).click();
    expect(await page.title()).toBe(`/_redirect/pl/${'p'.repeat(26)}`);
  });

  it('sends what was written for this channel, and the picture', async () => {
    const opened = await openPanel(open);
    const {panel} = opened;
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).click();
    await panel.getByLabel('Title', {exact: true}).fill(' Our planning ');
    await panel.getByLabel('Description', {exact: true}).fill('Bring numbers.\nBe on time.');
    await panel.locator('input[type=file]').setInputFiles(PICTURE);
    await panel.getByRole('img', {name: 'The picture as it will be posted'}).waitFor();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await panel.getByRole('button', {name: 'Go to the card'}).waitFor();
    expect(imports(opened)).toEqual([
      {
        channel_id: CHANNEL,
        root_id: '',
        kind: 'meeting',
        number: PLANNING.number,
        title: 'Our planning',
        description: 'Bring numbers.\nBe on time.',
        picture: {name: 'dot.png', base64: PICTURE.buffer.toString('base64')},
      },
    ]);
  });

  it.each([
    ['a text', {name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x')}, 'This is not a PNG, JPEG'],
    [
      'a drawing with scripts',
      {name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>')},
      'This is not a PNG, JPEG',
    ],
    [
      'too large',
      {name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(4 * 1024 * 1024 + 1)},
      'This picture has 4.1 MiB',
    ],
    [
      'called a picture',
      {name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x')},
      'cannot show this file',
    ],
  ])('takes no picture that is %s, and says why', async (_what, file, sentence) => {
    const {panel} = await openPanel(open);
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Title, description, picture'}).click();
    await panel.locator('input[type=file]').setInputFiles(file);
    await panel.getByRole('alert').filter({hasText: sentence}).waitFor();
    expect(await panel.getByRole('img').count()).toBe(0);
  });
});

describe('Half-way through several', () => {
  it('what one of them is refused is said beside it, the others are posted, and it can be tried again', async () => {
    let isGone = true;
    const gone = refusal(404, 'meeting_gone', 'Zoom knows no meeting with this number.');
    const replies = {[IMPORT]: (body: unknown) => answering(isGone ? {[REVIEW.number]: gone} : {})(body)};
    const opened = await openPanel(open, {replies});
    const {panel} = opened;
    for (const {topic} of [PLANNING, REVIEW, COFFEE])
      await panel.getByRole('checkbox', {name: topic}).check();
    const second = panel.getByRole('listitem').filter({hasText: REVIEW.topic});
    await second.getByRole('button', {name: 'Title, description, picture'}).click();
    await second.getByLabel('Title', {exact: true}).fill('Review');
    await panel.getByRole('button', {name: 'Post 3 cards in ~Town Square'}).click();
    await second.getByText('Zoom knows no meeting with this number.').waitFor();
    await panel.getByText('2 cards were posted. One was not; it is still chosen').first().waitFor();
    isGone = false;
    await panel.getByRole('button', {name: 'Try the rest again (1) in ~Town Square'}).click();
    await second.getByRole('button', {name: 'Go to the card'}).waitFor();
    expect(imports(opened).map(({number, title}) => [number, title])).toEqual([
      [PLANNING.number, undefined],
      [REVIEW.number, 'Review'],
      [COFFEE.number, undefined],
      [REVIEW.number, 'Review'],
    ]);
  });

  it('what all of them would meet ends the run, and what is done is kept', async () => {
    const down = refusal(502, 'zoom_unavailable', 'Zoom does not answer at the moment. Try again later.');
    const opened = await openPanel(open, {replies: {[IMPORT]: answering({[REVIEW.number]: down})}});
    const {panel} = opened;
    for (const {topic} of [PLANNING, REVIEW, COFFEE])
      await panel.getByRole('checkbox', {name: topic}).check();
    await panel.getByRole('button', {name: 'Post 3 cards in ~Town Square'}).click();
    await panel.getByText('One card was posted. 2 were not; they are still chosen').first().waitFor();
    await panel.locator('.zoom-panel-foot').getByText('Zoom does not answer at the moment.').waitFor();
    expect(imports(opened).map(({number}) => number)).toEqual([PLANNING.number, REVIEW.number]);
    await panel.getByRole('button', {name: 'Try the rest again (2) in ~Town Square'}).waitFor();
  });

  it('what is not known is said as such, and is found to be there', async () => {
    let reply: Reply = 'nothing';
    const opened = await openPanel(open, {replies: {[IMPORT]: () => reply}});
    const {panel} = opened;
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await panel.getByText('so we do not know whether this card was posted').waitFor();
    const here = {
      code: 'card_exists',
      message: 'This meeting already has a card in this channel.',
      post_id: 'q'.repeat(26),
    };
    reply = {status: 409, body: here};
    await panel.getByRole('button', {name: 'Try the rest again (1) in ~Town Square'}).click();
    await panel.getByText('This meeting already has a card in this channel.').waitFor();
    expect(await panel.getByRole('checkbox', {checked: true}).count()).toBe(0);
  });
});

describe('Before many people read it', () => {
  const large: Reply = {status: 409, body: {code: 'large_channel', message: 'It is large.', members: 1234}};
  const replies = {
    [IMPORT]: (body: unknown) =>
      (body as {large_channel?: true}).large_channel ? answering({})(body) : large,
  };

  it('somebody has to say so, once for all cards', async () => {
    const opened = await openPanel(open, {replies});
    const {page, panel} = opened;
    for (const {topic} of [PLANNING, REVIEW]) await panel.getByRole('checkbox', {name: topic}).check();
    await panel.getByRole('button', {name: 'Post 2 cards in ~Town Square'}).click();
    const question = page.getByRole('dialog', {name: 'Post to 1,234 members?'});
    await question.getByText('Everybody in this channel will see these 2 cards.').waitFor();
    await question.getByRole('button', {name: 'Post', exact: true}).click();
    await panel.getByText('2 cards were posted.', {exact: true}).first().waitFor();
    expect(imports(opened).map(({large_channel: isKnown}) => isKnown)).toEqual([undefined, true, true]);
  });

  it('nothing is posted when they do not', async () => {
    const opened = await openPanel(open, {replies});
    const {page, panel} = opened;
    await panel.getByRole('checkbox', {name: PLANNING.topic}).check();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).click();
    await page.getByRole('dialog').getByRole('button', {name: 'Cancel'}).click();
    await panel.getByRole('button', {name: 'Post 1 card in ~Town Square'}).waitFor();
    expect(imports(opened)).toHaveLength(1);
  });
});
