import {gob, type GobValue} from '../../wire/gob/type.js';

const postActionIntegration = gob.struct('PostActionIntegration', {
  URL: gob.string,
  Context: gob.map(gob.string, gob.any),
});

export const postAction = gob.struct('PostAction', {
  Id: gob.string,
  Type: gob.string,
  Name: gob.string,
  Disabled: gob.bool,
  Style: gob.string,
  Integration: postActionIntegration,
  Cookie: gob.string,
});

const messageAttachmentField = gob.struct('MessageAttachmentField', {
  Title: gob.string,
  Value: gob.any,
  Short: gob.bool,
});

/** `model.MessageAttachment` (`SlackAttachment` before 11.6, and still under that name inside interfaces). */
export const messageAttachment = gob.struct('MessageAttachment', {
  Id: gob.int,
  Fallback: gob.string,
  Color: gob.string,
  Pretext: gob.string,
  AuthorName: gob.string,
  AuthorLink: gob.string,
  AuthorIcon: gob.string,
  Title: gob.string,
  TitleLink: gob.string,
  Text: gob.string,
  Fields: gob.slice(messageAttachmentField),
  ImageURL: gob.string,
  ThumbURL: gob.string,
  Footer: gob.string,
  FooterIcon: gob.string,
  Timestamp: gob.any,
  Actions: gob.slice(postAction),
});

export type PostAction = GobValue<typeof postAction>;
export type MessageAttachment = GobValue<typeof messageAttachment>;
