import type {Mattermost} from './mattermost/mattermost.js';

/** What is read of work that the plugin has put off: docs/storage.md. Times: ms since the epoch. */
interface PutOff {
  dueAt: number;
  since: number;
}

const BUCKET = /^jobs_\d+$/;
const CURSOR = 'jobs_cursor';
const BUCKET_MS = 30_000;

/**
 * As if nobody had used the plugin for so long: what it has put off was put off that much earlier. Resolves when all of
 * it whose time has come is done. The plugin is started anew for it; everything else keeps its time.
 */
export async function letTimePass(mattermost: Mattermost, ms: number): Promise<void> {
  await mattermost.deactivate();
  const {rows} = mattermost.state;
  const write = (key: string, content: object): void =>
    void rows.set(key, {value: Buffer.from(JSON.stringify(content)), expiresAt: 0});
  const moved = new Map<number, PutOff[]>();
  for (const job of putOff(mattermost)) {
    const earlier = {...job, dueAt: job.dueAt - ms, since: job.since - ms};
    const bucket = Math.floor(earlier.dueAt / BUCKET_MS);
    moved.set(bucket, [...(moved.get(bucket) ?? []), earlier]);
  }
  for (const key of bucketKeys(mattermost)) rows.delete(key);
  for (const [bucket, jobs] of moved) write(`jobs_${bucket}`, jobs);
  if (moved.size > 0) write(CURSOR, {v: 1, bucket: Math.min(...moved.keys())});
  await mattermost.activate();
  await untilDone(mattermost);
}

const bucketKeys = (mattermost: Mattermost): string[] =>
  [...mattermost.rows().keys()].filter((key) => BUCKET.test(key));

const putOff = (mattermost: Mattermost): PutOff[] =>
  bucketKeys(mattermost).flatMap(
    (key) => JSON.parse(mattermost.rows().get(key)?.toString() ?? '[]') as PutOff[],
  );

/** What is done is gone, or due another time. */
function untilDone(mattermost: Mattermost): Promise<void> {
  const {now} = mattermost.state;
  const isDone = (): boolean => putOff(mattermost).every(({dueAt}) => dueAt > now());
  return new Promise((resolve) => {
    if (isDone()) return resolve();
    const stop = mattermost.onChange(({kind}) => {
      if (kind !== 'key-value' || !isDone()) return;
      stop();
      resolve();
    });
  });
}
