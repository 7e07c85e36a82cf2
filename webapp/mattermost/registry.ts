import type {ComponentType, ReactElement, ReactNode} from 'react';

/** What Mattermost gives a post-type component. */
export interface PostProps {
  post: HostPost;
  compactDisplay?: boolean;
  isRHS?: boolean;
}

/** A post as the page keeps it. Its props may be anything. */
export interface HostPost {
  id: string;
  type?: string;
  state?: string;
  user_id: string;
  channel_id: string;
  root_id?: string;
  message: string;
  /** Milliseconds since the epoch. */
  create_at: number;
  props?: Readonly<Record<string, unknown>>;
}

/** What a section of the System Console gets: the host's own fields as elements, one for each setting. */
export interface AdminSectionProps {
  settingsList?: readonly ReactElement<SettingFieldProps>[];
  sectionTitle?: string;
  sectionDescription?: string;
}

/** The part of a field's props that is read; the values are those on the screen, saved or not. */
export interface SettingFieldProps {
  id?: string;
  value?: unknown;
  label?: ReactNode;
}

/** What a component of the profile popover gets. */
export interface PopoverProps {
  user?: {id: string; is_bot?: boolean; delete_at?: number; remote_id?: string};
  hide?: () => void;
}

/** What `registerUserSettings` takes; the texts are strings. */
export interface UserSettings {
  id: string;
  uiName: string;
  icon?: string;
  sections: {
    title: string;
    settings: {
      name: string;
      title: string;
      type: 'radio';
      default: string;
      options: {value: string; text: string; helpText?: string}[];
    }[];
  }[];
}

/** What a component in the right-hand side is shown and hidden with: actions for the page's store. */
export interface RightHandSide {
  id: string;
  showRHSPlugin: unknown;
  hideRHSPlugin: unknown;
}

/** What the page is about to send. */
export interface TypedCommand {
  message: string;
  args: {channel_id: string; root_id?: string};
}

/** An empty answer: nothing is sent, and nothing is said about it. */
export type SlashCommandHook = (
  message: string,
  args: TypedCommand['args'],
) => TypedCommand | Record<string, never>;

type ChannelAction = (channel?: {id: string} | null) => void;

/**
 * The calls of Mattermost's plugin registry that this script makes. Each may be missing: versions differ, and so may
 * what a page offers. Source: https://developers.mattermost.com/integrate/reference/webapp/
 */
export interface Registry {
  registerCallButtonAction?(
    button: ReactNode,
    dropdownButton: ReactNode,
    action: ChannelAction,
    icon?: ReactNode,
    dropdownText?: ReactNode,
  ): string;
  registerChannelHeaderButtonAction?(
    icon: ReactNode,
    action: ChannelAction,
    dropdownText: ReactNode,
    tooltipText: ReactNode,
  ): string;
  registerAppBarComponent?(iconUrl: string, action: ChannelAction, tooltipText: ReactNode): unknown;
  registerChannelHeaderMenuAction?(text: ReactNode, action: (channelId: string) => void): string;
  registerPostDropdownMenuAction?(
    text: ReactNode,
    action: (postId: string) => void,
    filter: (postId: string) => boolean,
  ): string;
  registerRightHandSidebarComponent?(component: ComponentType, title: ReactNode): RightHandSide;
  /** In the menu of the message box. It is not told in which box it was pressed. */
  registerFileUploadMethod?(icon: ReactNode, action: () => void, text: ReactNode): string;
  registerSlashCommandWillBePostedHook?(hook: SlashCommandHook): string;
  registerPopoverUserActionsComponent?(component: ComponentType<PopoverProps>): string;
  registerPostTypeComponent?(type: string, component: ComponentType<PostProps>): string;
  registerRootComponent?(component: ComponentType): string;
  /** The page is at `/plug/zoom` and this route. */
  registerCustomRoute?(route: string, component: ComponentType): string;
  registerAdminConsoleCustomSection?(key: string, component: ComponentType<AdminSectionProps>): void;
  registerUserSettings?(settings: UserSettings): void;
  registerTranslations?(translationsFor: (locale: string) => Readonly<Record<string, string>>): void;
  registerWebSocketEventHandler?(event: string, handler: () => void): void;
  registerReconnectHandler?(handler: () => void): void;
  unregisterComponent?(id: string): void;
  unregisterPostTypeComponent?(id: string): void;
  unregisterWebSocketEventHandler?(event: string): void;
  unregisterReconnectHandler?(): void;
}
