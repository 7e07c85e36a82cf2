import {element} from './element.js';

/** A sentence, in which what is to be typed stands in backticks. */
export const showCode = (into: HTMLElement, text: string): void =>
  into.replaceChildren(
    ...text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part)),
  );
