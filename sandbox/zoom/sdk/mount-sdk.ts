import cors from 'cors';
import express, {type Express, type RequestHandler} from 'express';
import {addressedHere} from '../from-this-machine.js';
import type {Stage} from '../meetings/stage.js';
import {answerJoin} from './answer-join.js';
import {createSdkSessions} from './create-sdk-sessions.js';
import {createSdkFiles, OTHER_FILES, type SdkFile} from './sdk-files.js';
import {SDK_VERSION, type SdkDesk} from './sdk-actions.js';

/**
 * Stand-ins for the files of Zoom's Meeting SDK below `/sdk`, and what they talk to. Any page may load and ask them, as
 * of Zoom's: who may join is said by the signature. `url`: the simulator's own address.
 */
export function mountSdk(app: Express, stage: Stage, desk: SdkDesk, url: string): void {
  const router = express.Router();
  const sessions = createSdkSessions(stage);
  router.use(addressedHere(url), cors());
  // As text: what a page sends while it is closed is no JSON to a browser.
  router.use(express.json({type: () => true}));
  router.post('/join', async (request, response) => {
    response.json(await answerJoin({stage, desk, sessions}, request.body, request.get('origin') ?? ''));
  });
  router.get('/sessions/:session', (request, response) => {
    const view = sessions.view(request.params.session);
    if (view === undefined) response.status(404).end();
    else response.json(view);
  });
  router.post('/sessions/:session/leave', (request, response) => {
    sessions.leave(request.params.session);
    response.status(204).end();
  });
  router.use(serveFiles(desk));
  app.use('/sdk', router);
}

function serveFiles(desk: SdkDesk): RequestHandler {
  let files: Promise<ReadonlyMap<string, SdkFile>> | undefined;
  const find = async (path: string): Promise<SdkFile | undefined> => {
    const spoilt = desk.sdkFaults().find((fault) => fault.kind === 'serve');
    if (spoilt !== undefined) return spoilt.what === 'nothing' ? undefined : OTHER_FILES[spoilt.what];
    files ??= createSdkFiles(SDK_VERSION);
    return (await files).get(path);
  };
  return async ({path, socket}, response) => {
    if (desk.sdkFaults().some(({kind}) => kind === 'unreachable')) return void socket.resetAndDestroy();
    const file = await find(path);
    if (file === undefined) return void response.status(404).end();
    response.set('Cross-Origin-Resource-Policy', 'cross-origin').type(file.type).send(file.body);
  };
}
