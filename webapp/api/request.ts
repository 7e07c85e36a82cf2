/** A request that got no good answer. `message` is a sentence of the server's; '' when it gave none. */
export interface Refusal {
  /** 0: no answer at all. */
  status: number;
  code: string;
  message: string;
  body: Readonly<Record<string, unknown>>;
}

export type Answer = {ok: true; body: Readonly<Record<string, unknown>>} | ({ok: false} & Refusal);

/** Sends JSON as the signed-in person, with what Mattermost's CSRF check asks for. Never rejects. */
export async function request(method: 'GET' | 'POST', url: string, sent?: unknown): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        'X-CSRF-Token': csrfToken(),
        ...(sent === undefined ? {} : {'Content-Type': 'application/json'}),
      },
      ...(sent === undefined ? {} : {body: JSON.stringify(sent)}),
    });
    const body = asRecord(await response.json().catch(() => ({})));
    if (response.ok) return {ok: true, body};
    return {
      ok: false,
      status: response.status,
      code: asText(body['code']),
      message: asText(body['message']),
      body,
    };
  } catch {
    return {ok: false, status: 0, code: 'offline', message: '', body: {}};
  }
}

/** Mattermost's own cookie for it: https://developers.mattermost.com/integrate/plugins/components/webapp/ */
const csrfToken = (): string => /(?:^|;\s*)MMCSRF=([^;]*)/.exec(document.cookie)?.[1] ?? '';

export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

export const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
