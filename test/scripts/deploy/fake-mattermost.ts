import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import express, {type Request, type Response} from 'express';

/** A plugin's state on one node, as `GET /api/v4/plugins/statuses` tells it. */
export interface FakeStatus {
  readonly plugin_id: string;
  readonly version: string;
  readonly state: number;
  readonly error?: string;
}

/** What a test sets and sees of the server. */
export interface FakeMattermost {
  readonly url: string;
  version: string;
  roles: string;
  readonly config: {
    PluginSettings: {Enable: boolean; EnableUploads: boolean; RequirePluginSignature: boolean};
    FileSettings: {MaxFileSize: number};
  };
  /** Answers of the next calls for the statuses; the last one stays. */
  statuses: (readonly FakeStatus[])[];
  /** Takes the place of the upload's own answer. */
  onUpload: ((request: Request, response: Response) => void) | undefined;
  readonly uploads: {readonly name: string; readonly content: Buffer}[];
  readonly enabled: string[];
  /** Lines of the log, oldest first; `undefined` where the server keeps no file. */
  log: readonly string[];
  close(): Promise<void>;
}

export const adminToken = 'an-admin-token-that-was-made-up';

/** Mattermost compares the content type of an answer with `application/json` and nothing behind it. */
const answer = (response: Response, status: number, body: unknown) => {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
};

const refuse = (response: Response, status: number, id: string, message: string) =>
  answer(response, status, {id, message, detailed_error: '', status_code: status});

const readUpload = async (request: Request): Promise<{force: unknown; name: string; content: Buffer}> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const headers = {'Content-Type': request.get('Content-Type') ?? ''};
  const form = await new globalThis.Response(Buffer.concat(chunks), {headers}).formData();
  const plugin = form.get('plugin');
  if (!(plugin instanceof File)) {
    throw new Error('The form has no file called plugin.');
  }
  return {force: form.get('force'), name: plugin.name, content: Buffer.from(await plugin.arrayBuffer())};
};

const upload = async (fake: FakeMattermost, request: Request, response: Response): Promise<void> => {
  const {Enable, EnableUploads, RequirePluginSignature} = fake.config.PluginSettings;
  if (!Enable || !EnableUploads || RequirePluginSignature) {
    refuse(response, 501, 'app.plugin.upload_disabled.app_error', 'Plugins or plugin uploads are disabled.');
    return;
  }
  if (fake.onUpload !== undefined) {
    fake.onUpload(request, response);
    return;
  }
  const {force, name, content} = await readUpload(request);
  if (content.length > fake.config.FileSettings.MaxFileSize) {
    refuse(response, 413, 'api.plugin.upload.file_too_large.app_error', 'The file is too large.');
  } else if (force !== 'true' || content.readUInt16BE(0) !== 0x1f8b) {
    refuse(response, 400, 'app.plugin.install.app_error', 'Unable to install plugin.');
  } else {
    fake.uploads.push({name, content});
    answer(response, 201, {id: 'zoom'});
  }
};

const createRoutes = (fake: FakeMattermost) => {
  const app = express();
  app.use((_request, response, next) => {
    response.setHeader('X-Version-Id', `${fake.version}.1234567.0123456789abcdef.false`);
    next();
  });
  app.get('/api/v4/system/ping', (_request, response) => answer(response, 200, {status: 'OK'}));
  app.use((request, response, next) => {
    const [scheme, token] = (request.get('Authorization') ?? '').split(' ');
    if (scheme?.toLowerCase() === 'bearer' && token === adminToken) {
      next();
    } else {
      refuse(response, 401, 'api.context.session_expired.app_error', 'Invalid or expired session.');
    }
  });
  app.get('/api/v4/users/me', (_request, response) => answer(response, 200, {roles: fake.roles}));
  app.use((_request, response, next) => {
    if (fake.roles.includes('system_admin')) {
      next();
    } else {
      refuse(response, 403, 'api.context.permissions.app_error', 'You do not have the permissions.');
    }
  });
  app.get('/api/v4/config', (_request, response) => answer(response, 200, fake.config));
  app.get('/api/v4/logs', (_request, response) => answer(response, 200, fake.log));
  app.post('/api/v4/plugins', (request, response) => upload(fake, request, response));
  app.post('/api/v4/plugins/zoom/enable', (_request, response) => {
    fake.enabled.push('zoom');
    answer(response, 200, {status: 'OK'});
  });
  app.get('/api/v4/plugins/statuses', (_request, response) => {
    answer(response, 200, fake.statuses.length > 1 ? fake.statuses.shift() : fake.statuses[0]);
  });
  app.use((_request, response) => refuse(response, 404, 'api.context.404.app_error', 'No such page.'));
  return app;
};

/** Starts the part of Mattermost's REST API that a deployment meets, on a free port. */
export const startFakeMattermost = async (): Promise<FakeMattermost> => {
  const server = createServer((request, response) => void app(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeMattermost = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    version: '11.6.0',
    roles: 'system_user system_admin',
    config: {
      PluginSettings: {Enable: true, EnableUploads: true, RequirePluginSignature: false},
      FileSettings: {MaxFileSize: 100 * 1024 * 1024},
    },
    statuses: [[{plugin_id: 'zoom', version: '3.0.0', state: 2}]],
    onUpload: undefined,
    uploads: [],
    enabled: [],
    log: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const app = createRoutes(fake);
  return fake;
};
