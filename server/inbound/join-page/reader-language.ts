import type {Request} from 'express';
import {languages} from '../../messages/texts.js';

/**
 * In whose words the join page speaks: those of `?lang=`, which an event site sets for its visitors, else those of the
 * browser. Always one that we speak.
 */
export function readerLanguage(request: Request): string {
  const {lang} = request.query;
  const asked = typeof lang === 'string' ? lang.toLowerCase().split('-')[0] : undefined;
  if (asked !== undefined && languages.has(asked)) return asked;
  return request.acceptsLanguages([...languages.keys()]) || 'en';
}
