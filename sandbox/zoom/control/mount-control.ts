import express, {type ErrorRequestHandler, type Express} from 'express';
import type {ZoomSimulator} from '../zoom-simulator.js';
import {CONTROL_ROUTES} from './control-routes.js';

/** Puts the remote control on the app, below `/simulator`. What cannot be done is answered with 400 and the reason. */
export function mountControl(app: Express, simulator: ZoomSimulator): void {
  const router = express.Router();
  router.use(express.json());
  for (const {method, path, run} of CONTROL_ROUTES) {
    router[method](path, async (request, response) => {
      const {number, user} = request.params;
      const outcome = await run(simulator, {
        number: typeof number === 'string' ? number : '',
        user: typeof user === 'string' ? user : '',
        body: request.body,
      });
      response.json(outcome ?? {});
    });
  }
  router.use(explain);
  app.use('/simulator', router);
}

const explain: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  response.status(400).json({error: error instanceof Error ? error.message : String(error)});
};
