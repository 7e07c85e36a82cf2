/** What Zoom's SDK calls back with. */
export interface SdkAnswer {
  method: 'init' | 'join' | 'leaveMeeting';
  status: boolean;
  result: string | null;
  errorCode: number;
  errorMessage: string | null;
}

export interface Callbacks {
  success?: (answer: SdkAnswer) => void;
  error?: (answer: SdkAnswer) => void;
}

export const succeed = ({success}: Callbacks, method: SdkAnswer['method']): void =>
  success?.({method, status: true, result: null, errorCode: 0, errorMessage: null});

export const fail = (
  {error}: Callbacks,
  method: SdkAnswer['method'],
  errorCode: number,
  errorMessage: string,
): void => error?.({method, status: false, result: errorMessage, errorCode, errorMessage});
