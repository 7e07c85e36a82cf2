import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {ZoomBudget} from '../core/ports/zoom-budget.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {spareZoom} from '../core/usecases/spare-zoom.js';
import type {Situation} from '../inbound/features.js';

interface SpareZoomNeeds {
  clock: Clock;
  logger: Logger;
  zoomBudget: ZoomBudget;
}

/** What can wait leaves enough of what Zoom allows for starting meetings. */
export const composeSpareZoom = ({clock, logger, zoomBudget: budget}: SpareZoomNeeds) => ({
  assemble: (
    {settings}: Pick<Situation, 'settings'>,
    zoom: Zoom | undefined,
    {grants}: Pick<ZoomGrants, 'grants'>,
  ): Zoom | undefined =>
    zoom &&
    settings.zoom &&
    spareZoom(zoom, {budget, connection: settings.zoom.connection, grants, clock, logger}),
});
