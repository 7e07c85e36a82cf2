/** What has to be done before what, in this order. */
const STEPS = ['setZoomJSLib', 'preLoadWasm', 'prepareWebSDK', 'init', 'join'] as const;

export type Step = (typeof STEPS)[number];

/**
 * Throws where a step is taken before the one that it builds on. The real SDK fails later then, and with other words.
 */
export function createSteps(): {take: (step: Step) => void} {
  const taken = new Set<Step>();
  return {
    take(step) {
      const before = STEPS[STEPS.indexOf(step) - 1];
      if (before !== undefined && !taken.has(before)) {
        throw new Error(`ZoomMtg.${step} was called before ZoomMtg.${before}.`);
      }
      taken.add(step);
    },
  };
}
