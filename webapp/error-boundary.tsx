import {Component, type ReactNode} from 'react';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Drawn instead of what broke; it must not break itself. */
  fallback: ReactNode;
}

/** Older pages are taken down by a component that throws: each of ours stays within its own walls. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, {isBroken: boolean}> {
  override state = {isBroken: false};

  static getDerivedStateFromError(): {isBroken: boolean} {
    return {isBroken: true};
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
