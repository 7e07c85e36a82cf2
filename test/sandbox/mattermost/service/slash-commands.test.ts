import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {Command} from '@mattermost/types/integrations';
import {
  ADA,
  ANA,
  BEN,
  type ChatUnderTest,
  clientWith,
  FORBIDDEN,
  OTHER_TEAM,
  refusal,
  SECRET,
  startChat,
  TEAM,
  TOWN,
} from './chat-under-test.js';
import {json, type Receiver, startReceiver} from './receiver.js';

let chat: ChatUnderTest;
let service: Receiver;
beforeEach(async () => {
  chat = await startChat();
  service = await startReceiver();
});
afterEach(async () => {
  await chat.close();
  await service.close();
});

const wanted = (fields: Partial<Command> = {}): Command =>
  ({team_id: TEAM, trigger: 'Zoom', method: 'P', url: `${service.url}/command`, ...fields}) as Command;

describe('A slash command of a team', () => {
  it('is made, listed with its token, changed, and taken away by who leads the team', async () => {
    const ana = chat.as(ANA);
    const made = await ana.addCommand(wanted({auto_complete: true, auto_complete_hint: '[topic]'}));
    expect(made).toMatchObject({trigger: 'zoom', team_id: TEAM, creator_id: ANA, method: 'P'});
    expect(made.token).toMatch(/^\w{26}$/);
    expect(await ana.getCustomTeamCommands(TEAM)).toEqual([made]);
    const edited = await ana.editCommand({...made, description: 'Meetings'});
    expect(edited).toMatchObject({id: made.id, token: made.token, description: 'Meetings'});
    const {token} = await ana.regenCommandToken(made.id);
    expect(token).not.toBe(made.token);
    expect(await ana.getCustomTeamCommands(TEAM)).toMatchObject([{token}]);
    await ana.deleteCommand(made.id);
    expect(await ana.getCustomTeamCommands(TEAM)).toEqual([]);
  });

  it('is managed by team and system administrators alone; others see it without its secrets', async () => {
    expect(await refusal(chat.bot.addCommand(wanted()))).toEqual(FORBIDDEN);
    expect(await refusal(chat.bot.getCustomTeamCommands(TEAM))).toEqual(FORBIDDEN);
    const {token} = chat.mattermost.addBot({username: 'chief', roles: 'system_user system_admin'});
    const made = await clientWith(chat.mattermost.siteUrl, token).addCommand(wanted());
    expect(await chat.bot.getCommandsList(TEAM)).toMatchObject([{trigger: 'zoom', token: '', url: ''}]);
    expect(await refusal(chat.bot.getCommandsList(OTHER_TEAM))).toEqual(FORBIDDEN);
    for (const refused of [
      chat.bot.editCommand(made),
      chat.bot.regenCommandToken(made.id),
      chat.bot.deleteCommand(made.id),
    ]) {
      expect((await refusal(refused))[0]).toBe(404);
    }
  });

  it('has a word that no other of the team has, and an address over HTTP', async () => {
    const ana = chat.as(ANA);
    await ana.addCommand(wanted());
    const refused: [Partial<Command>, string][] = [
      [{}, 'api.command.duplicate_trigger.app_error'],
      [{trigger: '/meet'}, 'model.command.is_valid.trigger.app_error'],
      [{trigger: 'meet', url: 'ftp://x.example'}, 'model.command.is_valid.url_http.app_error'],
      [{trigger: 'meet', method: ''}, 'model.command.is_valid.method.app_error'],
      [{trigger: 'meet', display_name: 'x'.repeat(65)}, 'model.command.is_valid.display_name.app_error'],
      [{trigger: 'meet', description: 'x'.repeat(129)}, 'model.command.is_valid.description.app_error'],
    ];
    for (const [fields, id] of refused) {
      expect(await refusal(ana.addCommand(wanted(fields)))).toEqual([400, id]);
    }
    expect(await chat.as(ADA).addCommand(wanted({team_id: OTHER_TEAM}))).toMatchObject({trigger: 'zoom'});
  });

  it('is not to be had where an administrator has switched commands off', async () => {
    await chat.mattermost.setServerConfig({ServiceSettings: {EnableCommands: false}});
    const OFF = [501, 'api.command.disabled.app_error'];
    expect(await refusal(chat.as(ANA).addCommand(wanted()))).toEqual(OFF);
    expect(await refusal(chat.as(ANA).getCustomTeamCommands(TEAM))).toEqual(OFF);
    expect(await chat.as(ANA).getCommandsList(TEAM)).toEqual([]);
  });
});

describe('A slash command that somebody types', () => {
  let token: string;
  beforeEach(async () => {
    ({token} = await chat.as(ANA).addCommand(wanted()));
  });

  const type = (command = '/zoom start  Weekly plan', channelId = TOWN, userId = BEN) =>
    chat.as(userId).executeCommand(command, {channel_id: channelId, team_id: TEAM});
  const sentForm = (): Record<string, string> =>
    Object.fromEntries(new URLSearchParams(service.requests.at(-1)?.body));

  it('is posted to its address as a form, with the token twice and a way to answer later', async () => {
    await type();
    const [request] = service.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/command',
      headers: {
        authorization: `Token ${token}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
    });
    expect(sentForm()).toEqual({
      token,
      team_id: TEAM,
      team_domain: 'sales',
      channel_id: TOWN,
      channel_name: 'town-square',
      user_id: BEN,
      user_name: 'ben',
      command: '/zoom',
      text: 'start  Weekly plan',
      trigger_id: expect.stringMatching(/^[A-Za-z0-9+/=]{60,}$/),
      response_url: expect.stringMatching(
        new RegExp(`^${chat.mattermost.siteUrl}/hooks/commands/[a-z0-9]{26}$`),
      ),
    });
  });

  it('carries the thread that it is typed in, and its answer goes there', async () => {
    const root = await chat.as(BEN).createPost({channel_id: TOWN, message: 'Root'});
    service.answer(json({text: 'In the thread'}));
    await chat.as(BEN).executeCommand('/ZOOM help', {channel_id: TOWN, root_id: root.id});
    expect(sentForm()).toMatchObject({root_id: root.id, text: 'help'});
    expect(chat.mattermost.state.ephemeral).toMatchObject([{post: {root_id: root.id}}]);
  });

  it('is answered to the typist alone, with attachments and an address to open', async () => {
    const attachments = [{title: 'Card'}];
    service.answer(json({text: 'See <https://zoom.us|Zoom>', attachments, goto_location: 'https://zoom.us'}));
    expect(await type()).toMatchObject({goto_location: 'https://zoom.us', response_type: ''});
    expect(chat.mattermost.state.ephemeral).toMatchObject([
      {
        userId: BEN,
        post: {
          type: 'system_ephemeral',
          message: 'See [Zoom](https://zoom.us)',
          props: {attachments, from_webhook: 'true'},
        },
      },
    ]);
  });

  it('is answered in the channel by a post of the typist, not of the bot', async () => {
    const props = {a: 1};
    service.answer(json({response_type: 'in_channel', text: 'For all', type: 'custom_zoom', props}));
    await type();
    expect((await chat.as(ANA).getPosts(TOWN)).posts).toEqual(
      expect.objectContaining({
        [[...chat.mattermost.state.posts.keys()][0] ?? '']: expect.objectContaining({
          user_id: BEN,
          message: 'For all',
          type: 'custom_zoom',
          props: {a: 1, from_webhook: 'true'},
        }),
      }),
    );
  });

  it('shows text that is not called JSON as it is, and nothing for an empty answer', async () => {
    service.answer({type: 'text/html', body: '{"text":"hidden"}'});
    await type();
    for (const empty of [json({}), json(null), {}]) {
      service.answer(empty);
      await type();
    }
    expect(chat.mattermost.state.ephemeral.map(({post}) => post.message)).toEqual(['{"text":"hidden"}']);
  });

  it('fails with Mattermost’s words when the answer is none', async () => {
    const failed = (name: string) => [500, `api.command.execute_command.${name}.app_error`];
    service.answer({status: 401});
    expect(await refusal(type())).toEqual(failed('failed_resp'));
    service.answer({type: 'application/json', body: ''});
    expect(await refusal(type())).toEqual(failed('failed'));
    service.answer({type: 'application/json', body: `{"text":"${'x'.repeat(1024 * 1024)}"}`});
    expect(await refusal(type())).toEqual(failed('failed'));
    await service.close();
    expect(await refusal(type())).toEqual(failed('failed'));
    service = await startReceiver();
  });

  it('runs only where the typist may post, and in a direct channel with the commands of their team', async () => {
    expect(await refusal(type('/zoom', SECRET))).toEqual(FORBIDDEN);
    const direct = await chat.as(BEN).createDirectChannel([BEN, chat.botId]);
    service.answer(json({text: 'Here'}));
    await type('/zoom', direct.id);
    expect(sentForm()).toMatchObject({channel_id: direct.id, team_id: TEAM, text: ''});
    expect(await refusal(type('/other'))).toEqual([404, 'api.command.execute_command.not_found.app_error']);
    chat.mattermost.seed({channels: [{id: TOWN, delete_at: 1}]});
    expect(await refusal(type())).toEqual([400, 'api.command.execute_command.deleted.error']);
  });

  describe('and is answered later,', () => {
    const answerLater = (answer: unknown, type = 'application/json') =>
      fetch(sentForm()['response_url'] ?? '', {
        method: 'POST',
        headers: {'Content-Type': type},
        body: typeof answer === 'string' ? answer : JSON.stringify(answer),
      });
    beforeEach(async () => {
      service.answer(json({}));
      await type();
    });

    it('is answered up to five times, without any token', async () => {
      const first = await answerLater({text: 'One'});
      expect([first.status, await first.text()]).toEqual([200, 'ok']);
      await answerLater('Two', 'text/plain');
      await answerLater({text: 'Three', response_type: 'in_channel'});
      await answerLater({text: 'Four'});
      await answerLater({text: 'Five'});
      expect((await answerLater({text: 'Six'})).status).toBe(400);
      const {ephemeral, posts} = chat.mattermost.state;
      expect(ephemeral.map(({userId, post}) => [userId, post.message])).toEqual([
        [BEN, 'One'],
        [BEN, 'Two'],
        [BEN, 'Four'],
        [BEN, 'Five'],
      ]);
      expect([...posts.values()]).toMatchObject([{user_id: BEN, message: 'Three'}]);
    });

    it('is answered within half an hour, at an address that exists, with something to read', async () => {
      expect((await answerLater('{')).status).toBe(400);
      const unknown = await fetch(`${chat.mattermost.siteUrl}/hooks/commands/unknown`, {
        method: 'POST',
        body: 'x',
      });
      expect(unknown.status).toBe(404);
      chat.clock.advance(30 * 60 * 1000 + 1);
      expect((await answerLater({text: 'Late'})).status).toBe(404);
      expect(chat.mattermost.state.ephemeral).toEqual([]);
    });

    it('is given an address below the site’s own, whatever a client says', async () => {
      await chat.mattermost.setServerConfig({ServiceSettings: {SiteURL: 'https://chat.example/mm'}});
      await type();
      expect(sentForm()['response_url']).toMatch(/^https:\/\/chat\.example\/mm\/hooks\/commands\/\w{26}$/);
    });
  });
});
