package main

import (
	"net/http"
	"slices"

	"github.com/mattermost/mattermost/server/public/model"
)

const maxPostRunes = model.PostMessageMaxRunesV2

type ephemeralPost struct {
	UserID string      `json:"userId"`
	Post   *model.Post `json:"post"`
}

type event struct {
	Event     string         `json:"event"`
	Payload   map[string]any `json:"payload"`
	Broadcast broadcast      `json:"broadcast"`
}

type broadcast struct {
	UserID    string `json:"user_id"`
	ChannelID string `json:"channel_id"`
	TeamID    string `json:"team_id"`
}

// CreatePost asks neither for permissions nor whether the channel is archived: for a plugin nobody does.
func (m *memory) CreatePost(wanted *model.Post) (*model.Post, *model.AppError) {
	post := wanted.Clone()
	post.AddProp("from_plugin", "true")
	return m.write(post)
}

// write stores a new post, whoever has written it.
func (m *memory) write(wanted *model.Post) (*model.Post, *model.AppError) {
	post := wanted.Clone()
	post.PreSave()
	if refusal := post.IsValid(maxPostRunes); refusal != nil {
		return nil, refusal
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.channels[post.ChannelId] == nil {
		return nil, notFound("CreatePost", "app.channel.get.existing.app_error", "channel")
	}
	if m.users[post.UserId] == nil {
		return nil, notFound("CreatePost", "app.user.missing_account.const", "user")
	}
	if root := m.find(post.RootId); post.RootId != "" && (root == nil || root.ChannelId != post.ChannelId) {
		return nil, invalid("CreatePost", "api.post.create_post.root_id.app_error", "Invalid RootId parameter.")
	}
	post.FileIds = m.attach(post)
	m.posts = append(m.posts, post)
	return post.Clone(), nil
}

// UpdatePost takes over the fields that the server takes over, among them those that the plugin may have lost.
func (m *memory) UpdatePost(wanted *model.Post) (*model.Post, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	old := m.find(wanted.Id)
	if old == nil {
		return nil, notFound("UpdatePost", "app.post.get.app_error", "post")
	}
	if old.DeleteAt != 0 {
		return nil, invalid("UpdatePost", "api.post.update_post.permissions_details.app_error", "Already deleted id="+old.Id)
	}
	if channel := m.channels[old.ChannelId]; channel != nil && channel.DeleteAt != 0 {
		return nil, invalid("UpdatePost", "api.post.update_post.can_not_update_post_in_deleted.error",
			"Can not update a post in an archived channel.")
	}
	post := old.Clone()
	now := model.GetMillis()
	if post.Message != wanted.Message {
		post.Message = wanted.Message
		post.EditAt = now
	}
	post.UpdateAt = now
	post.IsPinned = wanted.IsPinned
	post.HasReactions = wanted.HasReactions
	post.FileIds = wanted.FileIds
	post.SetProps(wanted.GetProps())
	post.PreCommit()
	if refusal := post.IsValid(maxPostRunes); refusal != nil {
		return nil, refusal
	}
	m.replace(post)
	return post.Clone(), nil
}

func (m *memory) GetPost(id string) (*model.Post, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if post := m.find(id); post != nil && post.DeleteAt == 0 {
		return post.Clone(), nil
	}
	return nil, notFound("GetPost", "app.post.get.app_error", "post")
}

func (m *memory) GetPostsSince(channelID string, time int64) (*model.PostList, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	list := model.NewPostList()
	for _, post := range m.posts {
		if post.ChannelId == channelID && post.UpdateAt > time {
			list.AddPost(post.Clone())
			list.AddOrder(post.Id)
		}
	}
	return list, nil
}

func (m *memory) SendEphemeralPost(userID string, wanted *model.Post) *model.Post {
	post := wanted.Clone()
	post.Type = model.PostTypeEphemeral
	post.PreSave()
	post.GenerateActionIds()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ephemeral = append(m.ephemeral, ephemeralPost{userID, post})
	return post.Clone()
}

// UpdateEphemeralPost fills in nothing but the time of the change: the server has kept nothing of the post.
func (m *memory) UpdateEphemeralPost(userID string, wanted *model.Post) *model.Post {
	post := wanted.Clone()
	post.Type = model.PostTypeEphemeral
	post.UpdateAt = model.GetMillis()
	post.GenerateActionIds()
	m.mu.Lock()
	defer m.mu.Unlock()
	shown := ephemeralPost{userID, post}
	known := slices.IndexFunc(m.ephemeral, func(other ephemeralPost) bool {
		return other.UserID == userID && other.Post.Id == post.Id
	})
	if known >= 0 {
		m.ephemeral[known] = shown
	} else {
		m.ephemeral = append(m.ephemeral, shown)
	}
	return post.Clone()
}

func (m *memory) PublishWebSocketEvent(name string, payload map[string]any, to *model.WebsocketBroadcast) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.events = append(m.events, event{name, payload, broadcast{to.UserId, to.ChannelId, to.TeamId}})
}

func (m *memory) find(id string) *model.Post {
	for _, post := range m.posts {
		if post.Id == id {
			return post
		}
	}
	return nil
}

// replace puts a new version in the place of the old one, which others may be reading: posts are not changed.
func (m *memory) replace(post *model.Post) {
	for i, old := range m.posts {
		if old.Id == post.Id {
			m.posts[i] = post
		}
	}
}

func (m *memory) deletePost(args struct{ ID string }) error {
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	post := m.find(args.ID)
	if post == nil {
		return refuse("DeletePost", "app.post.get.app_error", "Unable to get the post.", http.StatusNotFound)
	}
	deleted := post.Clone()
	deleted.DeleteAt = model.GetMillis()
	deleted.UpdateAt = deleted.DeleteAt
	m.replace(deleted)
	return nil
}

func (m *memory) allPosts() []*model.Post {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]*model.Post{}, m.posts...)
}

func (m *memory) allEphemeralPosts() []ephemeralPost {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]ephemeralPost{}, m.ephemeral...)
}

func (m *memory) allEvents() []event {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]event{}, m.events...)
}
