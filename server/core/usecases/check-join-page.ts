import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import type {Finding} from '../domain/findings.js';
import {JOIN_PAGE_HEADER, isOnHostOf, type JoinPage, sdkFiles} from '../domain/join-page.js';
import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import {isBelowHost} from '../domain/web-origin.js';
import type {Answered, ProbeSite, SiteAnswer} from '../ports/probe-site.js';
import {readUrl} from '../../../contract/read-url.js';

export interface CheckJoinPageInput {
  /** As typed. `undefined`: something is wrong with its settings, which another line says. */
  page: JoinPage | undefined;
  /** Where the page is served at this moment, with the settings that are saved. */
  originInForce: string | undefined;
  /** Mattermost's own. */
  siteUrl: string;
}

type Found = readonly [finding: Finding, values?: SetupCheck['values']];

/** Enough to tell a script from a page, and Mattermost's answer from others. */
const BYTES = 256;

/**
 * Opens the join page from outside, as a browser would, and looks for what must not be there: the rest of Mattermost.
 * It tells the worst that it finds.
 */
export async function checkJoinPage(
  probe: ProbeSite,
  {page, originInForce, siteUrl}: CheckJoinPageInput,
  signal: AbortSignal,
): Promise<SetupCheck> {
  if (page === undefined) return setupCheck('join_page', 'untested.settings');
  if (readUrl(siteUrl) === undefined) return setupCheck('join_page', 'siteUrl.missing');
  const values = {joinPage: page.origin, siteUrl};
  if (isOnHostOf(page, siteUrl)) return setupCheck('join_page', 'joinPage.sharesHost', values);
  const look = (url: string): Promise<SiteAnswer> => probe(url, signal, BYTES);
  const address = `${page.origin}${ROUTES_PATH}${JOIN_PAGE_PATH}/page.js`;
  const files = sdkFiles(page.sdk);
  const [own, mattermost, ...sdk] = await Promise.all(
    [address, pingAddress(page.origin, siteUrl), ...files.map(({file}) => file)].map(look),
  );
  const [finding, found] = judgeMattermost(mattermost) ??
    judgePage(own, page.origin === originInForce) ??
    judgeSdk(files.map((file, index) => ({...file, answer: sdk[index] ?? NO_ANSWER}))) ?? ['joinPage.opens'];
  const check = setupCheck('join_page', finding, {...values, address, ...found});
  return isBelowHost(page.origin, siteUrl) ? {...check, notes: [{kind: 'joinPageBelow', values: {}}]} : check;
}

/** Anybody may ask Mattermost for it; a Mattermost below a path answers below it on every host. */
const pingAddress = (origin: string, siteUrl: string): string =>
  `${origin}${new URL(siteUrl).pathname.replace(/\/+$/, '')}/api/v4/system/ping`;

/** Its API says its version with every answer, errors included. */
const judgeMattermost = (answer: SiteAnswer | undefined): Found | undefined =>
  answer?.kind === 'answered' &&
  (answer.headers['x-version-id'] !== undefined || /"status"\s*:\s*"OK"/.test(answer.beginning))
    ? ['joinPage.wholeMattermost']
    : undefined;

function judgePage(answer: SiteAnswer | undefined, isInForce: boolean): Found | undefined {
  if (answer === undefined || answer.kind === 'not-answered') return ['joinPage.notReached'];
  if (answer.kind === 'bad-certificate') return ['joinPage.certificate'];
  const {status, headers} = answer;
  if (isScript(answer) && headers[JOIN_PAGE_HEADER.name] === JOIN_PAGE_HEADER.value) return undefined;
  if (status >= 300 && status < 400) return ['joinPage.redirect', {status}];
  return isInForce ? ['joinPage.otherAnswer', {status}] : ['joinPage.unsaved'];
}

const NO_ANSWER: SiteAnswer = {kind: 'not-answered'};

type SdkFile = ReturnType<typeof sdkFiles>[number];

/** A mirror may have one file and not the other. */
function judgeSdk(files: readonly (SdkFile & {answer: SiteAnswer})[]): Found | undefined {
  const found = files.flatMap(({answer, file, type}): Found[] => {
    if (answer.kind === 'bad-certificate') return [['joinPage.sdkCertificate', {file}]];
    if (answer.kind === 'not-answered') return [['joinPage.sdkNotReached', {file}]];
    return IS[type](answer) ? [] : [['joinPage.sdkOther', {file, status: answer.status}]];
  });
  return found.find(([finding]) => finding !== 'joinPage.sdkNotReached') ?? found[0];
}

/** What browsers run as one; many servers answer with a page where there is no file. */
const isScript = ({status, headers, beginning}: Answered): boolean =>
  status === 200 &&
  /\b(x-)?(java|ecma)script\b/i.test(headers['content-type'] ?? '') &&
  !/^\s*</.test(beginning);

const IS: Readonly<Record<SdkFile['type'], (answer: Answered) => boolean>> = {
  script: isScript,
  style: ({status, headers}) => status === 200 && /\btext\/css\b/i.test(headers['content-type'] ?? ''),
};
