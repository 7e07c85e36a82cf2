import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {ZoomBudget} from '../core/ports/zoom-budget.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {spareZoom} from '../core/usecases/spare-zoom.js';
import type {Situation} from '../inbound/features.js';
import {withDeadline} from '../lib/deadline.js';

interface SpareZoomNeeds {
  clock: Clock;
  logger: Logger;
  zoomBudget: ZoomBudget;
}

/** What can wait leaves enough of what Zoom allows for starting meetings. */
export function composeSpareZoom({clock, logger, zoomBudget: budget}: SpareZoomNeeds) {
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    withDeadline(clock, ms + 1, (deadline) => deadline.pause(ms), signal);
  return {
    assemble(
      {settings}: Pick<Situation, 'settings'>,
      zoom: Zoom | undefined,
      {grants}: Pick<ZoomGrants, 'grants'>,
    ) {
      if (zoom === undefined || settings.zoom === undefined) return undefined;
      return spareZoom(zoom, {budget, connection: settings.zoom.connection, grants, clock, logger, pause});
    },
  };
}
