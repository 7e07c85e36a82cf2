import {startHammer} from '../../test/contract/engines/hammering.js';

/** Processes that count in the store, each in a row of its own. @returns compare-and-sets a second, all together */
export async function inProcesses(address: string, processes: number, times: number): Promise<number> {
  const spans: {first: number; last: number}[] = [];
  const hammers = Array.from({length: processes}, (_, index) => {
    const span = {first: 0, last: 0};
    spans.push(span);
    return startHammer(address, `count-${processes}-${index}`, times, () => {
      span.last = performance.now();
      // Starting a process does not count as the store's work.
      span.first ||= span.last;
    });
  });
  await Promise.all(hammers.map(({gone}) => gone));
  const begin = Math.min(...spans.map(({first}) => first));
  const end = Math.max(...spans.map(({last}) => last));
  return ((processes * times) / (end - begin)) * 1000;
}
