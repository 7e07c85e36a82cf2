/** What goes wrong with the Meeting SDK. All but `answer` last until they are lifted. */
export type SdkFault =
  /** The next join is answered with this error of Zoom's. */
  | {kind: 'answer'; code: number; message?: string}
  /** At the SDK's address lies something else: a web page, another script, or nothing. */
  | {kind: 'serve'; what: 'page' | 'script' | 'nothing'}
  /** Nobody can connect to the SDK's address. */
  | {kind: 'unreachable'};
