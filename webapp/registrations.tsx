import React, {type ReactElement} from 'react';
import {CLIENT_CHANGED} from '../contract/client-info.js';
import {CARD_POST_TYPE} from '../contract/post-props.js';
import {ROUTES_PATH} from '../contract/routes.js';
import {AllFields} from './admin/all-fields.js';
import {SetupSection} from './admin/setup-section.js';
import {CardPost, FallbackPost} from './card/card-post.js';
import {createStreamActions} from './card/stream-actions.js';
import {currentUser} from './mattermost/host-state.js';
import type {Registry} from './mattermost/registry.js';
import {createPanelActions} from './panel/panel-actions.js';
import {PanelIcon, PanelLabel, PanelTitle} from './panel/panel-label.js';
import {Panel} from './panel/panel.js';
import {settle} from './state/settle.js';
import {Root} from './notices/root.js';
import {provide} from './provide.js';
import type {Services} from './services.js';
import {userSettings} from './settings/user-settings.js';
import type {AskClient} from './state/ask-client.js';
import {CallButton, CallMenuItem, StartIcon, StartLabel} from './places/call-button.js';
import {CONNECT_WAY, JOIN_WAY, WayPage} from './places/way-page.js';
import {PersonAction} from './places/person-action.js';
import {createStartActions} from './places/start-actions.js';
import {catalogueFor} from './text/catalogue.js';
import {Text} from './text/use-text.js';

/** Undoes a registration. */
export type Undo = () => void;

/** One thing that this script puts on the page. */
interface Registration {
  /**
   * `for-starters`: only while somebody can start meetings or set the plugin up. `in-open-channel`: also only if a
   * start there would not be refused.
   */
  shown: 'always' | 'for-starters' | 'in-open-channel';
  /** Does nothing where the page offers no such place. */
  register: () => Undo | undefined;
}

/** As Mattermost names a plugin's event in the page. */
const CHANGED = `custom_zoom_${CLIENT_CHANGED}`;

/** Everything that is registered. If the page lacks a place, the others work without it. */
export function registrations(
  registry: Registry,
  services: Services,
  {askClient, isService}: {askClient: AskClient; isService: boolean},
): readonly Registration[] {
  const actions = createStartActions(services);
  const stream = createStreamActions(services);
  const panel = createPanelActions(services);
  const hasPanel = registry.registerRightHandSidebarComponent !== undefined;
  const element = (Part: () => ReactElement): ReactElement => React.createElement(provide(services, Part));
  const icon = (): string => `${services.basePath()}${ROUTES_PATH}/public/app-bar-icon.png`;
  const component =
    (id: unknown): Undo =>
    () =>
      unregister(registry, id);
  const aboutThis = (): ReactElement => <Text id="zoom.start.inThread" />;
  return [
    always(() => {
      registry.registerTranslations?.(catalogueFor);
      return undefined;
    }),
    always(() => {
      const id = registry.registerPostTypeComponent?.(
        CARD_POST_TYPE,
        provide(services, CardPost, FallbackPost),
      );
      return id === undefined ? undefined : () => registry.unregisterPostTypeComponent?.(id);
    }),
    always(() => component(registry.registerRootComponent?.(provide(services, Root)))),
    // With a service, whoever is led on comes from a direct message, and needs no session here.
    ...(isService
      ? []
      : [
          ...[CONNECT_WAY, JOIN_WAY].map(({route, path}) =>
            always(() =>
              component(
                registry.registerCustomRoute?.(
                  route,
                  provide(services, () => <WayPage path={path} />),
                ),
              ),
            ),
          ),
        ]),
    always(() => {
      registry.registerAdminConsoleCustomSection?.('setup', provide(services, SetupSection, AllFields));
      return undefined;
    }),
    always(() => registerUserSettings(registry, services, icon)),
    always(() => {
      registry.registerWebSocketEventHandler?.(CHANGED, () => {
        services.state.change({changes: services.state.get().changes + 1});
        askClient.soon();
      });
      return () => registry.unregisterWebSocketEventHandler?.(CHANGED);
    }),
    always(() => {
      registry.registerReconnectHandler?.(() => {
        settle(services.state, {kind: 'answered'});
        askClient.soon();
      });
      return () => registry.unregisterReconnectHandler?.();
    }),
    inOpenChannel(() => {
      const label = element(StartLabel);
      return component(
        registry.registerCallButtonAction === undefined
          ? registry.registerChannelHeaderButtonAction?.(element(StartIcon), actions.inChannel, label, label)
          : registry.registerCallButtonAction(
              element(CallButton),
              element(CallMenuItem),
              actions.inChannel,
              element(StartIcon),
              label,
            ),
      );
    }),
    inOpenChannel(() =>
      component(registry.registerAppBarComponent?.(icon(), actions.fromAppBar, element(StartLabel))),
    ),
    inOpenChannel(() =>
      component(registry.registerChannelHeaderMenuAction?.(element(StartLabel), actions.inChannelById)),
    ),
    forStarters(() =>
      component(
        registry.registerPostDropdownMenuAction?.(element(aboutThis), actions.aboutPost, actions.canBeAbout),
      ),
    ),
    forStarters(() =>
      component(
        registry.registerPostDropdownMenuAction?.(
          element(() => <Text id="zoom.stream.get" />),
          stream.get,
          stream.isFor,
        ),
      ),
    ),
    forStarters(() =>
      component(registry.registerPopoverUserActionsComponent?.(provide(services, PersonAction))),
    ),
    forStarters(() => {
      const side = registry.registerRightHandSidebarComponent?.(
        provide(services, Panel),
        element(PanelTitle),
      );
      if (side === undefined) return undefined;
      const leave = panel.standIn(side);
      return () => {
        leave();
        unregister(registry, side);
      };
    }),
    forStarters(() =>
      hasPanel ? component(registry.registerSlashCommandWillBePostedHook?.(panel.onCommand)) : undefined,
    ),
    inOpenChannel(() =>
      hasPanel
        ? component(
            registry.registerFileUploadMethod?.(
              element(PanelIcon),
              panel.fromMessageBox,
              element(PanelLabel),
            ),
          )
        : undefined,
    ),
    inOpenChannel(() =>
      hasPanel
        ? component(registry.registerChannelHeaderMenuAction?.(element(PanelLabel), panel.fromChannel))
        : undefined,
    ),
  ];
}

type Register = Registration['register'];
const always = (register: Register): Registration => ({shown: 'always', register});
const forStarters = (register: Register): Registration => ({shown: 'for-starters', register});
const inOpenChannel = (register: Register): Registration => ({shown: 'in-open-channel', register});

/** Some places answer with an id, the App Bar with an object on some versions. */
function unregister(registry: Registry, answer: unknown): void {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : answer;
  if (typeof id === 'string') registry.unregisterComponent?.(id);
}

function registerUserSettings(registry: Registry, {host}: Services, icon: () => string): Undo | undefined {
  if (registry.registerUserSettings === undefined) return undefined;
  let registered: string | undefined;
  const register = (): void => {
    const locale = currentUser(host.getState())?.locale ?? 'en';
    if (locale === registered) return;
    registered = locale;
    registry.registerUserSettings?.(userSettings(locale, icon()));
  };
  register();
  return host.subscribe(register);
}
