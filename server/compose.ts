import {assemble} from './compose/assemble.js';
import {createFeatures, type Outside} from './compose/features.js';
import type {Application} from './core/ports/application.js';
import type {Host} from './core/ports/host.js';
import {createApplication} from './inbound/application.js';
import {texts} from './messages/texts.js';
import {proxyOfEnvironment} from './network/find-proxy.js';
import {createProbeSite} from './outbound/site/probe-site.js';
import {createZoom} from './outbound/zoom/create-zoom.js';

/** Wires the product together. Of what it calls besides its host, what is not given is the real thing. */
export function compose(host: Host, outside: Partial<Outside> = {}): Application {
  const {clock, random, logger, metrics, environment} = host;
  const findProxy = proxyOfEnvironment(environment);
  const {
    connectZoom = ({connection, addresses}, consents) =>
      createZoom({connection, addresses, consents, clock, random, logger, metrics, findProxy}),
    probeSite = createProbeSite({clock, findProxy}),
  } = outside;
  const lasting = createFeatures(host, {connectZoom, probeSite});
  const {completeSettings, readMetrics, schedules, work} = lasting;
  return createApplication({
    host,
    completeSettings,
    assemble: (situation) => assemble(lasting, situation),
    schedules,
    readMetrics,
    work,
    texts,
  });
}
