import {gob} from '../../wire/gob/type.js';

/** `model.Config`, reduced to what is read. The server sends all sections, without values that are zero. */
export const config = gob.struct('Config', {
  ServiceSettings: gob.struct('ServiceSettings', {SiteURL: gob.string}),
  /** `RestrictDirectMessage`: `any`, or `team`: only people who share a team write to each other. */
  TeamSettings: gob.struct('TeamSettings', {RestrictDirectMessage: gob.string}),
  LocalizationSettings: gob.struct('LocalizationSettings', {DefaultServerLocale: gob.string}),
});
