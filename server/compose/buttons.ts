import {ROUTES_PATH} from '../../contract/routes.js';
import type {Capabilities} from '../core/domain/capabilities.js';
import type {Clock} from '../core/ports/clock.js';
import {createDrawButton} from '../inbound/actions/draw-button.js';
import type {Situation} from '../inbound/features.js';
import {createRenderStart} from '../inbound/commands/render-start.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import {createRenderSettings} from '../inbound/render-settings.js';
import {createRenderStarted} from '../inbound/render-started.js';
import {keyFor} from './key-for.js';

interface ButtonsNeeds {
  capabilities: Capabilities;
  clock: Clock;
}

/** What the messages tell. */
interface ButtonsTasks {
  describeStart: DescribeStart;
}

/** The buttons of private messages, and the messages that they stand on. What a press does is theirs. */
export function composeButtons({capabilities, clock}: ButtonsNeeds) {
  return {
    assemble({settings, site}: Situation, {describeStart}: ButtonsTasks) {
      const key = keyFor(settings, 'action-hmac/v1');
      // Mattermost hands a request with a path on to the plugin, no matter what its address is.
      const routesUrl = capabilities.sessions ? ROUTES_PATH : `${site.publicUrl}${ROUTES_PATH}`;
      const drawButton = createDrawButton({key, clock, routesUrl});
      const renderStarted = createRenderStarted({drawButton});
      return {
        buttonKey: key,
        drawButton,
        renderStart: createRenderStart({clock, describeStart, renderStarted, drawButton}),
        renderSettings: createRenderSettings({drawButton}),
      };
    },
  };
}
