package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
)

type membership struct{ channelID, userID string }

type member struct {
	ChannelID   string   `json:"channel_id"`
	UserID      string   `json:"user_id"`
	SchemeGuest bool     `json:"scheme_guest"`
	SchemeAdmin bool     `json:"scheme_admin"`
	Permissions []string `json:"permissions"`
	Left        bool     `json:"left"`
}

type bot struct {
	UserID      string `json:"user_id"`
	Username    string `json:"username"`
	DisplayName string `json:"display_name"`
	Description string `json:"description"`
	ImageBytes  int    `json:"imageBytes"`
}

func (m *memory) GetUser(id string) (*model.User, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if user, known := m.users[id]; known {
		copied := *user
		return &copied, nil
	}
	return nil, notFound("GetUser", "app.user.missing_account.const", "user")
}

func (m *memory) GetUserByEmail(email string) (*model.User, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, user := range m.users {
		if user.Email == email {
			copied := *user
			return &copied, nil
		}
	}
	return nil, notFound("GetUserByEmail", "app.user.missing_account.const", "user")
}

func (m *memory) deactivate(id string) (*model.User, *model.AppError) {
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	user, known := m.users[id]
	if !known {
		return nil, notFound("UpdateActive", "app.user.missing_account.const", "user")
	}
	user.DeleteAt = model.GetMillis()
	copied := *user
	return &copied, nil
}

func (m *memory) hasUser(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.users[id] != nil
}

func (m *memory) GetChannel(id string) (*model.Channel, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if channel, known := m.channels[id]; known {
		copied := *channel
		return &copied, nil
	}
	return nil, notFound("GetChannel", "app.channel.get.existing.app_error", "channel")
}

func (m *memory) GetChannelMember(channelID, userID string) (*model.ChannelMember, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if found, known := m.members[membership{channelID, userID}]; known {
		return &model.ChannelMember{
			ChannelId:   channelID,
			UserId:      userID,
			SchemeGuest: found.SchemeGuest,
			SchemeUser:  !found.SchemeGuest,
			SchemeAdmin: found.SchemeAdmin,
		}, nil
	}
	return nil, notFound("GetChannelMember", "app.channel.get_member.missing.app_error", "channel member")
}

func (m *memory) GetChannelMembers(channelID string, page, perPage int) (model.ChannelMembers, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := model.ChannelMembers{}
	for key := range m.members {
		if key.channelID == channelID {
			found = append(found, model.ChannelMember{ChannelId: channelID, UserId: key.userID})
		}
	}
	first := min(page*perPage, len(found))
	return found[first:min(first+perPage, len(found))], nil
}

func (m *memory) GetChannelStats(channelID string) (*model.ChannelStats, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	stats := &model.ChannelStats{ChannelId: channelID}
	for key := range m.members {
		if key.channelID == channelID {
			stats.MemberCount++
		}
	}
	return stats, nil
}

// GetTeamsForUser answers with the teams of the user's channels: nobody is in a team without being in one of them.
func (m *memory) GetTeamsForUser(userID string) ([]*model.Team, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	teams := map[string]*model.Team{}
	for key := range m.members {
		if channel := m.channels[key.channelID]; key.userID == userID && channel != nil && channel.TeamId != "" {
			teams[channel.TeamId] = &model.Team{Id: channel.TeamId}
		}
	}
	return slices.Collect(maps.Values(teams)), nil
}

var possibleMention = regexp.MustCompile(`(?:^|\s)@([a-zA-Z0-9._-]+)`)

// mentioned names those who share the channel's team and whose user names stand in a line behind an @.
func (m *memory) mentioned(channelID, line string) model.UserMentionMap {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := model.UserMentionMap{}
	channel := m.channels[channelID]
	if channel == nil || channel.TeamId == "" {
		return found
	}
	inTeam := map[string]bool{}
	for key := range m.members {
		if other := m.channels[key.channelID]; other != nil && other.TeamId == channel.TeamId {
			inTeam[key.userID] = true
		}
	}
	for _, match := range possibleMention.FindAllStringSubmatch(line, -1) {
		for id, user := range m.users {
			if inTeam[id] && user.Username == strings.ToLower(match[1]) {
				found[user.Username] = id
			}
		}
	}
	return found
}

// HasPermissionTo knows one system role beyond the ordinary ones: system_admin, which may do everything.
func (m *memory) HasPermissionTo(userID string, _ *model.Permission) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.isAdmin(userID)
}

// HasPermissionToChannel falls back to the system roles for those who are not members, as the server does.
func (m *memory) HasPermissionToChannel(userID, channelID string, permission *model.Permission) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	found, known := m.members[membership{channelID, userID}]
	if known && slices.Contains(found.Permissions, permission.Id) {
		return true
	}
	return m.isAdmin(userID)
}

func (m *memory) isAdmin(userID string) bool {
	user, known := m.users[userID]
	return known && slices.Contains(strings.Fields(user.Roles), model.SystemAdminRoleId)
}

func (m *memory) GetDirectChannel(userID, otherID string) (*model.Channel, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, id := range []string{userID, otherID} {
		if m.users[id] == nil {
			return nil, notFound("GetDirectChannel", "app.user.missing_account.const", "user")
		}
	}
	name := model.GetDMNameFromIds(userID, otherID)
	for _, channel := range m.channels {
		if channel.Name == name {
			copied := *channel
			return &copied, nil
		}
	}
	channel := &model.Channel{Id: model.NewId(), Name: name, Type: model.ChannelTypeDirect}
	m.channels[channel.Id] = channel
	for _, id := range []string{userID, otherID} {
		m.members[membership{channel.Id, id}] = newMember(channel.Id, id)
	}
	copied := *channel
	return &copied, nil
}

func newMember(channelID, userID string) *member {
	return &member{
		ChannelID:   channelID,
		UserID:      userID,
		Permissions: []string{model.PermissionReadChannel.Id, model.PermissionCreatePost.Id},
	}
}

// EnsureBotUser makes the bot once and finds it again by name, also after a restart of the plugin.
func (m *memory) EnsureBotUser(wanted *model.Bot) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, known := range m.bots {
		if known.Username == wanted.Username {
			return known.UserID, nil
		}
	}
	id := model.NewId()
	m.users[id] = &model.User{
		Id:            id,
		Username:      wanted.Username,
		FirstName:     wanted.DisplayName,
		Email:         wanted.Username + "@localhost",
		EmailVerified: true,
		Roles:         model.SystemUserRoleId,
		IsBot:         true,
	}
	m.bots = append(m.bots, &bot{
		UserID:      id,
		Username:    wanted.Username,
		DisplayName: wanted.DisplayName,
		Description: wanted.Description,
	})
	return id, nil
}

func (m *memory) SetProfileImage(userID string, image []byte) *model.AppError {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, known := range m.bots {
		if known.UserID == userID {
			known.ImageBytes = len(image)
			return nil
		}
	}
	return notFound("SetProfileImage", "app.user.missing_account.const", "user")
}

func (m *memory) allBots() []bot {
	m.mu.Lock()
	defer m.mu.Unlock()
	bots := make([]bot, 0, len(m.bots))
	for _, known := range m.bots {
		bots = append(bots, *known)
	}
	return bots
}
