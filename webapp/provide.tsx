import React, {type ComponentType, type ReactElement, type ReactNode} from 'react';
import {ErrorBoundary} from './error-boundary.js';
import {type Services, ServicesContext} from './services.js';

/** Wraps a component so that the page can draw it anywhere. `fallback`: drawn when it breaks; nothing by default. */
export function provide<Props extends object>(
  services: Services,
  Part: ComponentType<Props>,
  fallback: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  return function Provided(props: Props): ReactElement {
    return (
      <ErrorBoundary fallback={fallback(props)}>
        <ServicesContext.Provider value={services}>
          <Part {...props} />
        </ServicesContext.Provider>
      </ErrorBoundary>
    );
  };
}
