import type {RequestHandler} from 'express';

/** One thing without which nothing works; rejects when it does not answer. */
export type Probe = () => Promise<unknown>;

/** `/healthz`: the process is alive. */
export const healthy: RequestHandler = (_request, response) => void response.json({status: 'ok'});

/** `/readyz`: whether requests can be served, and if not, what is in the way. */
export const ready =
  (probes: Readonly<Record<string, Probe>>): RequestHandler =>
  async (_request, response) => {
    const states = await Promise.all(
      Object.entries(probes).map(
        async ([name, probe]) =>
          [
            name,
            await probe().then(
              () => 'ok',
              () => 'failed',
            ),
          ] as const,
      ),
    );
    const isReady = states.every(([, state]) => state === 'ok');
    response
      .status(isReady ? 200 : 503)
      .json({status: isReady ? 'ok' : 'failed', ...Object.fromEntries(states)});
  };
