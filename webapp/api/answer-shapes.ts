import {
  type AdminSetup,
  type Check,
  CHECK_STATES,
  type ConnectionMode,
  type OptionalFeature,
  type RefusedWebhooks,
  type SetupTestAnswer,
  type WebhookSecretAnswer,
  type ZoomEventTitle,
} from '../../contract/admin.js';
import type {MeetingClosed} from '../../contract/close-meeting.js';
import type {ClientInfo, ClientJoinPage} from '../../contract/client-info.js';
import type {Imported, ImportItem, ImportPage} from '../../contract/import.js';
import type {Invitation} from '../../contract/invitation.js';
import type {BrowserLinkAnswer, StreamUrlAnswer} from '../../contract/join-page.js';
import type {LinkHosts} from '../../contract/link-rules.js';
import type {MeetingInTheWay, MeetingNotStarted, MeetingStarted} from '../../contract/meetings.js';
import type {NotPaired, PairingToken} from '../../contract/pairing.js';
import type {Problem, ProblemCode} from '../../contract/problem.js';
import type {StartLinkAnswer} from '../../contract/start-links.js';
import {hasShape, type Is, isFlag, isListOf, isMaybe, isNumber, isOneOf, isText} from './has-shape.js';

const isFilled: Is<string> = (value): value is string => isText(value) && value !== '';

export const isProblem = hasShape<Problem>({code: isText, message: isFilled});

export const isClientInfo = hasShape<ClientInfo>({
  configured: isFlag,
  is_admin: isFlag,
  settings_path: isText,
  link_hosts: hasShape<LinkHosts>({domains: isListOf(isText), insecure: isListOf(isText)}),
  join_page: isMaybe(
    hasShape<ClientJoinPage>({origin: isFilled, is_on_cards: isFlag, admins_may_share: isFlag}),
  ),
});

export const isMeetingInTheWay = hasShape<MeetingInTheWay>({
  meeting_url: isText,
  topic: isText,
  host_name: isText,
  provider: isText,
  opened_at: isNumber,
  is_live: isFlag,
  post_id: isMaybe(isText),
});

export const isMeetingStarted = hasShape<Pick<MeetingStarted, 'meeting_url' | 'notice'>>({
  meeting_url: isFilled,
  notice: isMaybe(isText),
});
export const isLargeChannel = hasShape<Required<Pick<MeetingNotStarted, 'code' | 'members'>>>({
  code: isOneOf<ProblemCode>('large_channel'),
  members: isNumber,
});
export const isWhichId = hasShape<Pick<MeetingNotStarted, 'code'>>({
  code: isOneOf<ProblemCode>('which_meeting_id'),
});
export const isMeetingClosed = hasShape<MeetingClosed>({message: isMaybe(isFilled)});
/** Not started, but its meeting exists. */
export const isWithoutCard = hasShape<Required<Pick<MeetingNotStarted, 'meeting_url'>>>({
  meeting_url: isFilled,
});
export const isWithCard = hasShape<Required<Omit<MeetingStarted, 'meeting_url' | 'notice'>>>({
  post_id: isFilled,
  card_id: isText,
  meeting_id: isText,
});

export const isImportPage = hasShape<ImportPage>({
  items: isListOf(
    hasShape<ImportItem>({
      kind: isOneOf('meeting', 'webinar'),
      number: isFilled,
      topic: isText,
      starts_at: isMaybe(isNumber),
      minutes: isMaybe(isNumber),
      is_series: isMaybe(isOneOf(true)),
      obstacle: isMaybe(isOneOf('sign-in')),
      overlaps: isMaybe(isOneOf(true)),
    }),
  ),
  next: isMaybe(isFilled),
});
export const isImported = hasShape<Pick<Imported, 'post_id'>>({post_id: isText});
/** There is a card of it already. */
export const isCardHere = hasShape<Problem & {post_id?: string | undefined}>({
  code: isOneOf<ProblemCode>('card_exists'),
  message: isFilled,
  post_id: isMaybe(isText),
});

export const isInvitation = hasShape<Invitation>({text: isFilled});

export const isBrowserLink = hasShape<BrowserLinkAnswer>({url: isFilled});
export const isStreamUrl = hasShape<StreamUrlAnswer>({message: isFilled});
export const isStartLink = hasShape<StartLinkAnswer>({start_url: isText});

const isRefused = hasShape<RefusedWebhooks>({count: isNumber, last_at: isMaybe(isNumber)});

const isEvent = hasShape<ZoomEventTitle>({name: isText, title: isText});

export const isAdminSetup = hasShape<AdminSetup>({
  webhook_url: isText,
  site_url: isText,
  mode: isText,
  modes: isListOf(
    hasShape<ConnectionMode>({
      mode: isText,
      people: isText,
      app: isText,
      when_chosen: isText,
      when_left: isText,
      redirect_url: isText,
      settings: isListOf(isText),
      scopes: isListOf(isText),
      events: isListOf(isEvent),
      features: isListOf(
        hasShape<OptionalFeature>({title: isText, scopes: isListOf(isText), events: isListOf(isEvent)}),
      ),
    }),
  ),
  missing: isListOf(isText),
  former_address_until: isMaybe(isNumber),
  former_token_until: isMaybe(isNumber),
  last_webhook_at: isMaybe(isNumber),
  last_validation_at: isMaybe(isNumber),
  refused: hasShape<AdminSetup['refused']>({wrong_address: isRefused, wrong_signature: isRefused}),
});

export const isSetupTest = hasShape<SetupTestAnswer>({
  checks: isListOf(
    hasShape<Check>({
      id: isText,
      state: isOneOf(...CHECK_STATES),
      title: isText,
      text: isText,
      settings: isListOf(isText),
    }),
  ),
});

export const isWebhookSecret = hasShape<WebhookSecretAnswer>({until: isMaybe(isNumber)});

export const isPairingToken = hasShape<PairingToken>({token: isText});
export const isNotPaired = hasShape<Pick<NotPaired, 'pairing'>>({pairing: isText});
