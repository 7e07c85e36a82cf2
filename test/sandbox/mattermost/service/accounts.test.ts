import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {
  ADA,
  ANA,
  BEN,
  type ChatUnderTest,
  clientWith,
  FORBIDDEN,
  refusal,
  startChat,
} from './chat-under-test.js';

let chat: ChatUnderTest;
beforeAll(async () => {
  chat = await startChat();
});
afterAll(() => chat.close());

describe('A token', () => {
  it('is a session of the account that it was made for, without any CSRF token', async () => {
    expect(await chat.bot.getMe()).toMatchObject({id: chat.botId, username: 'zoom', is_bot: true});
    expect(await chat.as(ANA).getMe()).toMatchObject({username: 'ana'});
    await chat.as(ANA).patchMe({locale: 'pt'});
    expect((await chat.as(ANA).getMe()).locale).toBe('pt');
  });

  it('that is not known is nobody’s, and so is that of a deactivated person', async () => {
    const stranger = clientWith(chat.mattermost.siteUrl, 'made-up');
    expect(await refusal(stranger.getMe())).toEqual([401, 'api.context.session_expired.app_error']);
    const left = 'left'.padEnd(26, '0');
    chat.mattermost.seed({users: [{id: left, username: 'left', delete_at: 1}]});
    expect(await refusal(chat.as(left).getMe())).toEqual([401, 'api.context.session_expired.app_error']);
  });

  it('is not replaced by a header that names a user', async () => {
    const headers = {'Mattermost-User-Id': ADA, 'x-sandbox-user': ADA};
    const answer = await fetch(`${chat.mattermost.siteUrl}/api/v4/users/me`, {headers});
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      id: 'api.context.session_expired.app_error',
      status_code: 401,
      detailed_error: '',
    });
  });
});

describe('Anybody', () => {
  it('may ask whether the server is there, which version it has and where its site is', async () => {
    const nobody = clientWith(chat.mattermost.siteUrl, '');
    expect(await nobody.ping(false)).toMatchObject({status: 'OK'});
    expect(await nobody.getClientConfig()).toMatchObject({
      SiteURL: chat.mattermost.siteUrl,
      Version: '11.11.0',
    });
    expect(nobody.getServerVersion()).toMatch(/^11\.11\.0\./);
    await chat.mattermost.setServerConfig({ServiceSettings: {SiteURL: 'https://chat.example/mm'}});
    expect((await nobody.getClientConfig()).SiteURL).toBe('https://chat.example/mm');
  });
});

describe('A user, as a bot sees them,', () => {
  it('has roles and an address, but neither a way of signing in nor a word on whether it is confirmed', async () => {
    const user = await chat.bot.getUser(ANA);
    expect(user).toMatchObject({roles: 'system_user', email: `${ANA}@example.com`, auth_service: ''});
    expect(user).not.toHaveProperty('email_verified');
    expect(await chat.bot.getUserByUsername('ana')).toEqual(user);
    expect(await chat.bot.getProfilesByIds([ANA, 'nobody'])).toEqual([user]);
    expect(await refusal(chat.bot.getUser('nobody'))).toEqual([404, 'app.user.missing_account.const']);
  });

  it('has no address where the server hides it; a system administrator sees all', async () => {
    await chat.mattermost.setServerConfig({PrivacySettings: {ShowEmailAddress: false}});
    expect(await chat.bot.getUser(ANA)).toMatchObject({email: '', auth_service: ''});
    const seen = await chat.as(ADA).getUser(ANA);
    expect(seen).toMatchObject({email: `${ANA}@example.com`, auth_service: 'saml'});
    expect(seen).not.toHaveProperty('email_verified');
    await chat.mattermost.setServerConfig({PrivacySettings: {ShowEmailAddress: true}});
  });
});

describe('A bot account', () => {
  it('is made by a system administrator, with a token, further roles and a picture', async () => {
    const ada = chat.as(ADA);
    const made = await ada.createBot({username: 'meet', display_name: 'Meet', description: 'Meetings'});
    expect(made).toMatchObject({username: 'meet', display_name: 'Meet', owner_id: ADA});
    const {token} = await ada.createUserAccessToken(made.user_id, 'for the service');
    const meet = clientWith(chat.mattermost.siteUrl, token ?? '');
    expect(await meet.getMe()).toMatchObject({id: made.user_id, is_bot: true, roles: 'system_user'});
    await ada.updateUserRoles(made.user_id, 'system_user system_post_all');
    expect(await meet.getMe()).toMatchObject({roles: 'system_user system_post_all'});
    expect((await ada.getBots()).map(({username}) => username)).toEqual(['zoom', 'meet']);

    const image = new File([Buffer.from('a picture')], 'logo.svg', {type: 'image/svg+xml'});
    await ada.uploadProfileImage(made.user_id, image);
    const headers = chat.mattermost.sessionOf(BEN);
    const shown = await fetch(meet.getProfilePictureUrl(made.user_id, 0), {headers});
    expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['image/svg+xml', 'a picture']);
  });

  it('is nobody’s while it is disabled, and says so to whoever wants to sign in as it, alone', async () => {
    const ada = chat.as(ADA);
    const login = (name: string) => refusal(clientWith(chat.mattermost.siteUrl, '').login(name, 'made-up'));
    expect(await login('zoom')).toEqual([401, 'api.user.login.bot_login_forbidden.app_error']);
    expect(await ada.disableBot(chat.botId)).toMatchObject({username: 'zoom'});
    expect(await refusal(chat.bot.getMe())).toEqual([401, 'api.context.session_expired.app_error']);
    expect(await login('zoom')).toEqual([401, 'api.user.login.inactive.app_error']);
    expect(await login('ana')).toEqual([401, 'api.user.login.invalid_credentials_username']);
    await ada.enableBot(chat.botId);
    expect(await chat.bot.getMe()).toMatchObject({username: 'zoom'});
    expect(await refusal(chat.bot.disableBot(chat.botId))).toEqual(FORBIDDEN);
  });

  it('has tokens that are listed without their secrets, and revoked one by one', async () => {
    const ada = chat.as(ADA);
    const {user_id} = await ada.createBot({username: 'tokens'});
    const [one, two] = [
      await ada.createUserAccessToken(user_id, 'one'),
      await ada.createUserAccessToken(user_id, 'two'),
    ];
    const listed = await ada.getUserAccessTokensForUser(user_id);
    expect(listed.map(({id, description, token}) => [id, description, token])).toEqual([
      [one.id, 'one', undefined],
      [two.id, 'two', undefined],
    ]);
    await ada.revokeUserAccessToken(one.id);
    const {siteUrl} = chat.mattermost;
    expect(await refusal(clientWith(siteUrl, one.token ?? '').getMe())).toEqual([
      401,
      'api.context.session_expired.app_error',
    ]);
    expect(await clientWith(siteUrl, two.token ?? '').getMe()).toMatchObject({id: user_id});
    expect(await refusal(chat.bot.getUserAccessTokensForUser(user_id))).toEqual(FORBIDDEN);
  });

  it('keeps the role of a system administrator while only one person has it', async () => {
    const ada = chat.as(ADA);
    const {userId} = chat.mattermost.addBot({username: 'boss', roles: 'system_user system_admin'});
    const LAST = [400, 'app.user.update.lastAdmin.app_error'];
    expect(await refusal(ada.updateUserRoles(userId, 'system_user'))).toEqual(LAST);
    expect(await refusal(ada.updateUserRoles(ADA, 'system_user'))).toEqual(LAST);
    expect((await ada.getProfiles(0, 60, {role: 'system_admin'})).map(({username}) => username)).toEqual([
      'ada',
      'boss',
    ]);
    await ada.updateUserRoles(BEN, 'system_user system_admin');
    await ada.updateUserRoles(userId, 'system_user');
    await ada.updateUserRoles(BEN, 'system_user');
  });

  it('has a name of its own', async () => {
    expect(await refusal(chat.as(ADA).createBot({username: 'ana'}))).toEqual([
      400,
      'app.user.save.username_exists.app_error',
    ]);
  });

  it('is not made by a person without the right, nor by a bot that is a system administrator', async () => {
    const {token} = chat.mattermost.addBot({username: 'chief', roles: 'system_user system_admin'});
    const chief = clientWith(chat.mattermost.siteUrl, token);
    for (const client of [chat.as(ANA), chat.bot, chief]) {
      expect(await refusal(client.createBot({username: 'more'}))).toEqual(FORBIDDEN);
    }
    for (const refused of [
      chat.bot.getBots(),
      chat.bot.createUserAccessToken(ANA, 'mine'),
      chat.bot.updateUserRoles(chat.botId, 'system_user system_admin'),
      chat.bot.uploadProfileImage(ANA, new File(['x'], 'x.png')),
    ]) {
      expect(await refusal(refused)).toEqual(FORBIDDEN);
    }
  });
});

describe('The config', () => {
  it('is read by system administrators alone', async () => {
    const {siteUrl} = chat.mattermost;
    expect(await chat.as(ADA).getConfig()).toMatchObject({PluginSettings: {Plugins: {}}});
    expect(await chat.as(ADA).getPlugins()).toEqual({active: [], inactive: []});
    expect(await refusal(chat.bot.getConfig())).toEqual(FORBIDDEN);
    expect(await refusal(clientWith(siteUrl, '').getPlugins())).toEqual([
      401,
      'api.context.session_expired.app_error',
    ]);
  });
});

describe('Preferences', () => {
  const preference = {user_id: ANA, category: 'zoom', name: 'topic', value: 'short'};

  it('are a person’s own, and a system administrator’s to read and write', async () => {
    await chat.as(ANA).savePreferences(ANA, [preference]);
    expect(await chat.as(ADA).getUserPreferences(ANA)).toEqual([preference]);
    await chat.as(ADA).savePreferences(ANA, [{...preference, value: 'long'}]);
    expect(await chat.as(ANA).getMyPreferences()).toEqual([{...preference, value: 'long'}]);
  });

  it('are nobody else’s', async () => {
    expect(await refusal(chat.bot.getUserPreferences(ANA))).toEqual(FORBIDDEN);
    expect(await refusal(chat.bot.savePreferences(ANA, [preference]))).toEqual(FORBIDDEN);
    expect(await refusal(chat.as(BEN).savePreferences(BEN, [preference]))).toEqual([
      400,
      'api.preference.update_preferences.set.app_error',
    ]);
  });
});
