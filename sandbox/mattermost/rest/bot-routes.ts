import {drawPicture} from '../draw-picture.js';
import {createBotAccount, setImage} from '../bot-accounts.js';
import type {BotRecord} from '../records.js';
import {forbidden, invalid} from '../refusals.js';
import type {State} from '../state.js';
import {type Call, OK, optionalField, PlainAnswer, type RestRoute, textField} from './call.js';
import {found, foundUser} from './find-or-refuse.js';
import {ownUserId, requireSystemAdmin} from './require.js';

/** Bot accounts and their pictures. */
export function botRoutes(state: State): readonly RestRoute[] {
  return [
    {method: 'post', path: '/bots', status: 201, run: (call) => createBot(state, call)},
    {
      method: 'get',
      path: '/bots',
      run: (call) => {
        requireSystemAdmin(call);
        return [...state.bots.values()].map((bot) => shown(bot));
      },
    },
    {method: 'post', path: '/bots/:bot_id/enable', run: (call) => setActive(state, call, true)},
    {method: 'post', path: '/bots/:bot_id/disable', run: (call) => setActive(state, call, false)},
    {method: 'get', path: '/users/:user_id/image', run: (call) => getImage(state, call)},
    {method: 'post', path: '/users/:user_id/image', run: (call) => uploadImage(state, call)},
  ];
}

/** A bot cannot create bots, no matter which roles it has. */
function createBot(state: State, call: Call): object {
  if (call.user.is_bot) throw forbidden();
  requireSystemAdmin(call);
  if (state.serverConfig['ServiceSettings']?.['EnableBotAccountCreation'] === false) {
    throw forbidden('api.bot.create_disabled');
  }
  const username = textField(call.body, 'username').toLowerCase();
  if (!/^[a-z][a-z0-9._-]{0,21}$/.test(username)) {
    throw invalid('model.bot.is_valid.username.app_error', 'Invalid username.');
  }
  if ([...state.users.values()].some((user) => user.username === username)) {
    throw invalid('app.user.save.username_exists.app_error', 'An account with that username already exists.');
  }
  return shown(
    createBotAccount(state, {
      username,
      displayName: optionalField(call.body, 'display_name'),
      description: optionalField(call.body, 'description'),
      ownerId: call.user.id,
    }),
  );
}

/** A disabled bot's tokens stay, and are nobody's until it is enabled again. */
function setActive(state: State, call: Call, isActive: boolean): object {
  requireSystemAdmin(call);
  const bot = found(
    [...state.bots.values()].find(({user_id}) => user_id === call.params['bot_id']),
    'bot',
  );
  const user = {...foundUser(state, bot.user_id), delete_at: isActive ? 0 : state.now()};
  state.users.set(user.id, user);
  state.changes.tell({kind: 'user', user});
  return {...shown(bot), delete_at: user.delete_at};
}

function shown({imageBytes: _size, owner_id = '', ...bot}: BotRecord): object {
  return {...bot, owner_id, create_at: 0, update_at: 0, delete_at: 0};
}

function getImage(state: State, {params}: Call): PlainAnswer {
  const {id, username} = foundUser(state, params['user_id'] ?? '');
  const {type, bytes} = state.images.get(id) ?? {type: 'image/svg+xml', bytes: drawPicture(username)};
  return new PlainAnswer(type, bytes);
}

async function uploadImage(state: State, call: Call): Promise<object> {
  const {id} = foundUser(state, ownUserId(call));
  const image = await readImage(call);
  if (image === undefined) {
    throw invalid('api.user.upload_profile_user.no_file.app_error', "Missing file under 'image' in request.");
  }
  setImage(state, id, new Uint8Array(await image.arrayBuffer()), image.type);
  return OK;
}

async function readImage({body, contentType}: Call): Promise<Blob | undefined> {
  if (!(body instanceof Uint8Array)) return undefined;
  const form = await new Response(new Uint8Array(body), {headers: {'Content-Type': contentType}}).formData();
  const image = form.get('image');
  return image instanceof Blob ? image : undefined;
}
