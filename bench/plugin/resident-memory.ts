import {readFile} from 'node:fs/promises';

/** MiB of a process that are in memory, mapped files included; only where there is a /proc. */
export async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${pid} has no memory any more`);
  return Number(kibibytes) / 1024;
}
