import React from 'react';

/** A card that fails must not take the page along: its post's own text stands in for it. */
export class CardBoundary extends React.Component<
  {children: React.ReactNode; fallback: React.ReactNode},
  {hasFailed: boolean}
> {
  override state = {hasFailed: false};

  static getDerivedStateFromError(): {hasFailed: boolean} {
    return {hasFailed: true};
  }

  override render(): React.ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
