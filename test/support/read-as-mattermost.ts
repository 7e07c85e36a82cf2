import {findMentions} from './find-mentions.js';

/** What Mattermost makes of a line: what people see, and what is more than text in it. */
export interface Reading {
  visible: string;
  found: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  copy: '©',
  colon: ':',
};

/**
 * A model of how Mattermost reads one line, written from its rules: the server's splitting of words, the web app's
 * Markdown (a fork of marked), and what the web app then looks for in the text that is left. Where marked begins to
 * look only at certain places, the model looks everywhere.
 */
export function readAsMattermost(line: string): Reading {
  const inline = readInline(line);
  return {
    visible: inline.text.replaceAll('\u200b', ''),
    found: [...ofServer(line), ...ofLine(line), ...inline.found, ...ofText(inline.text)],
  };
}

type Rules = Readonly<Record<string, RegExp>>;
const ofRules = (rules: Rules, text: string): string[] =>
  Object.entries(rules).flatMap(([name, rule]) =>
    [...text.matchAll(rule)].map((match) => `${name} ${match[0]}`),
  );

function ofServer(line: string): string[] {
  const tags = line.split(/\s+/).map((word) =>
    word
      .replace(/^[^\p{L}\d\s#]+/u, '')
      .replace(/[^\p{L}\d\s]+$/u, '')
      .replace(/^#{2,}/, '#'),
  );
  return [
    ...findMentions(line).map((name) => `mention ${name}`),
    ...tags.filter((tag) => /^#\p{L}[\p{L}\d\-_.]*[\p{L}\d]$/u.test(tag)).map((tag) => `hashtag ${tag}`),
    ...ofRules(
      {channel: /\B~[a-z0-9\-_]+/gi, slackLink: /<[^<|]+\|[^>]+>/g, slackWord: /<[!@][^>]+>/g},
      line,
    ),
  ];
}

const ofLine = (line: string): string[] =>
  ofRules(
    {
      heading: /^ *#{1,6}(?: |$)/g,
      quote: /^ *>/g,
      list: /^ *(?:[*+-]|\d+[.)])(?: |$)/g,
      rule: /^(?: *[-*_]){3,} *$/g,
      fence: /^ *(?:`{3,}|~{3,})/g,
      definition: /^ *\[[^\]]+\]: *[^\s>]+>?(?: +["(].*[")])? *$/g,
      code: /^ {4}/g,
      address: /[a-z][a-z\d.+-]*:(?:\/|[\p{L}\d%])|(?<![a-z0-9])www\d{0,3}\.\S|[\p{L}\d.-]+\.\p{L}{2,4}\//giu,
      link: /\]\([^)]*\)/g,
    },
    line,
  );

const ESCAPED = /^\\(?:[`*{}[\]()#+\-.!_>|~]|\\(?!\w))/;
const ENTITY = /^&(?:#(\d+)|(\w+));/;
const MARKS: Rules = {
  autolink: /^<[^ >]*(?:@|:\/|www\d{0,3}\.)[^ >]*>/,
  tag: /^<[a-zA-Z!?/][^>]*>/,
  bold: /^(\*\*|__)[^]+?\1/,
  italic: /^\*[^\s"<](?:[^]*?[^\s])?\*|^(?<!\w)_[^\s](?:[^]*?[^\s])?_/,
  code: /^(`+)[^`](?:[^]*?[^`])?\1(?!`)/,
  strike: /^~~\S(?:[^]*?\S)?~~/,
};

/** The text that is left when every backslash and entity is read; marks stay in it, and are told. */
function readInline(line: string): {text: string; found: string[]} {
  const found: string[] = [];
  let text = '';
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const [escaped] = ESCAPED.exec(rest) ?? [];
    const entity = ENTITY.exec(rest);
    const [whole = '', number, name = ''] = entity ?? [];
    if (escaped !== undefined) text += escaped.slice(1);
    else if (entity !== null)
      text += number ? String.fromCodePoint(Number(number)) : (ENTITIES[name] ?? whole);
    else {
      found.push(...marksAt(rest, /\w$/.test(text)));
      text += rest.charAt(0);
    }
    at += escaped?.length ?? (whole.length || 1);
  }
  return {text, found};
}

function marksAt(rest: string, isInWord: boolean): string[] {
  const marks = Object.entries(MARKS).filter(
    ([, rule]) => rule.test(rest) && !(isInWord && rest.startsWith('_')),
  );
  const isLatex = !isInWord && /^\$[^$]+\$(?!\w)/.test(rest);
  return [...marks.map(([name]) => `${name} ${rest}`), ...(isLatex ? [`latex ${rest}`] : [])];
}

/** Backslashes are gone when the web app looks for these. */
const ofText = (text: string): string[] => [
  ...ofRules(
    {
      atMention: /(?:\B|\b_+)@[a-z0-9.\-_]+/gi,
      channel: /\B~[a-z0-9.\-_]+/gi,
      hashtag: /(?:^|\W)#\p{L}[\p{L}\d\-_.]*[\p{L}\d]/gu,
      email: /[^\s@]@[\p{L}\d.-]+\.\p{L}{2,5}(?!\p{L})/gu,
      emoji: /(?<!\w):[\w+-]+:(?!\w)/g,
    },
    text,
  ),
  ...SMILEYS.filter((smiley) => hasSmiley(text, smiley)).map((smiley) => `emoticon ${smiley}`),
];

// prettier-ignore
const SMILEYS = [
  ':)', ':-)', ';)', ';-)', ':o', ':-o', ':]', ':-]', ':d', ':-d', 'x-d', ':p', ':-p', ':[', ':-[', ':@', ':-@', ':(', ':-(',
  ":'(", ':`(', ':’(', ":'-(", ':/', ':-/', ':s', ':-s', ':|', ':-|', ':$', ':-$', ':-x', '<3', '</3',
];

/** It stands alone, and its mouth is not drawn twice. */
function hasSmiley(text: string, smiley: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(smiley); at >= 0; at = lower.indexOf(smiley, at + 1)) {
    const next = lower.charAt(at + smiley.length);
    const isDoubled = /[)(\]]/.test(next) && next === smiley.at(-1) && !smiley.includes("'(");
    if (!/\w/.test(lower.charAt(at - 1)) && !/\w/.test(next) && !isDoubled) return true;
  }
  return false;
}

/** The links of a line as marked finds them: it looks through backslashes, and lets brackets nest once. */
export function linksOf(line: string): {label: string; url: string}[] {
  const links = line.matchAll(/\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(((?:[^()]|\([^()]*\))*)\)/g);
  return [...links].map(([, label = '', url = '']) => ({label, url}));
}
