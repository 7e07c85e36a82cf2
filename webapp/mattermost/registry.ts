import type {ComponentType, ReactNode} from 'react';
import type {Post, Store} from './global-state.js';

interface Channel {
  id: string;
}

export interface PostTypeProps {
  post: Post;
  compactDisplay?: boolean;
  isRHS?: boolean;
}

/** What a custom section of the System Console gets; each element's props hold `{id, value, onChange}`. */
export interface AdminSectionProps {
  settingsList: readonly React.ReactElement<AdminSettingProps>[];
  sectionTitle?: ReactNode;
  sectionDescription?: ReactNode;
}

export interface AdminSettingProps {
  id: string;
  value?: unknown;
}

export interface UserSettingsPage {
  id: string;
  uiName: string;
  icon?: string;
  sections: readonly {
    title: string;
    settings: readonly {
      name: string;
      type: 'radio';
      title: string;
      default: string;
      options: readonly {text: string; value: string; helpText?: string}[];
    }[];
  }[];
}

/**
 * Mattermost's PluginRegistry as far as it is used. Every call may be missing on an older or a newer server.
 * Source: https://developers.mattermost.com/integrate/reference/webapp/webapp-reference/#registry
 */
export interface Registry {
  registerCallButtonAction?(
    button: ReactNode,
    dropdownButton: ReactNode,
    action: (channel: Channel) => void,
    icon: ReactNode,
    dropdownText: ReactNode,
  ): string;
  registerChannelHeaderButtonAction?(
    icon: ReactNode,
    action: (channel: Channel) => void,
    dropdownText: ReactNode,
    tooltipText: ReactNode,
  ): string;
  registerAppBarComponent?(
    iconUrl: string,
    action: (channel: Channel | null | undefined) => void,
    tooltip: ReactNode,
  ): string | {id: string};
  registerPostDropdownMenuAction?(
    text: ReactNode,
    action: (postId: string) => void,
    filter?: (postId: string) => boolean,
  ): string;
  registerChannelHeaderMenuAction?(text: ReactNode, action: (channelId: string) => void): string;
  registerPopoverUserActionsComponent?(component: ComponentType<{user: {id: string}}>): string;
  registerPostTypeComponent?(type: string, component: ComponentType<PostTypeProps>): string;
  registerRootComponent?(component: ComponentType): string;
  registerAdminConsoleCustomSection?(key: string, component: ComponentType<AdminSectionProps>): void;
  registerUserSettings?(page: UserSettingsPage): void;
  registerTranslations?(messages: (locale: string) => Readonly<Record<string, string>>): void;
  registerReducer?(reducer: (state: unknown, action: {type: string}) => unknown): void;
  registerWebSocketEventHandler?(event: string, handler: () => void): void;
  unregisterWebSocketEventHandler?(event: string): void;
  registerReconnectHandler?(handler: () => void): void;
  unregisterReconnectHandler?(): void;
  unregisterComponent?(id: string): void;
}

export interface PluginInstance {
  initialize(registry: Registry, store: Store): void;
  uninitialize(): void;
}
