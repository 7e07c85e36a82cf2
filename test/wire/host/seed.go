package main

import (
	"encoding/json"

	"github.com/mattermost/mattermost/server/public/model"
)

// records is what a test puts into the server, in the form of the REST API.
type records struct {
	Users    []json.RawMessage `json:"users"`
	Channels []json.RawMessage `json:"channels"`
	Members  []json.RawMessage `json:"members"`
	Posts    []json.RawMessage `json:"posts"`
	KV       map[string]string `json:"kv"`
}

// seed lays each record over the one that has its id already, or over the defaults.
func (m *memory) seed(wanted records) error {
	defer m.changed()
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, value := range wanted.KV {
		m.rows[key] = row{value: []byte(value)}
	}
	steps := []struct {
		records []json.RawMessage
		store   func(json.RawMessage) error
	}{
		{wanted.Users, m.seedUser},
		{wanted.Channels, m.seedChannel},
		{wanted.Members, m.seedMember},
		{wanted.Posts, m.seedPost},
	}
	for _, step := range steps {
		for _, record := range step.records {
			if err := step.store(record); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *memory) seedUser(record json.RawMessage) error {
	key := struct{ ID string }{}
	if err := json.Unmarshal(record, &key); err != nil {
		return err
	}
	user := &model.User{
		Username:      key.ID,
		Email:         key.ID + "@example.com",
		EmailVerified: true,
		Roles:         model.SystemUserRoleId,
		Locale:        "en",
		CreateAt:      model.GetMillis(),
	}
	if known := m.users[key.ID]; known != nil {
		*user = *known
	}
	m.users[key.ID] = user
	return json.Unmarshal(record, user)
}

func (m *memory) seedChannel(record json.RawMessage) error {
	key := struct{ ID string }{}
	if err := json.Unmarshal(record, &key); err != nil {
		return err
	}
	channel := &model.Channel{Name: key.ID, DisplayName: key.ID, Type: model.ChannelTypeOpen, CreateAt: model.GetMillis()}
	if known := m.channels[key.ID]; known != nil {
		*channel = *known
	}
	m.channels[key.ID] = channel
	return json.Unmarshal(record, channel)
}

func (m *memory) seedMember(record json.RawMessage) error {
	key := member{}
	if err := json.Unmarshal(record, &key); err != nil {
		return err
	}
	place := membership{key.ChannelID, key.UserID}
	if key.Left {
		delete(m.members, place)
		return nil
	}
	seeded := newMember(key.ChannelID, key.UserID)
	if known := m.members[place]; known != nil {
		*seeded = *known
	}
	m.members[place] = seeded
	return json.Unmarshal(record, seeded)
}

func (m *memory) seedPost(record json.RawMessage) error {
	key := struct{ ID string }{}
	if err := json.Unmarshal(record, &key); err != nil {
		return err
	}
	if known := m.find(key.ID); known != nil {
		post := known.Clone()
		if err := json.Unmarshal(record, post); err != nil {
			return err
		}
		m.replace(post)
		return nil
	}
	post := &model.Post{}
	if err := json.Unmarshal(record, post); err != nil {
		return err
	}
	post.PreSave()
	m.posts = append(m.posts, post)
	return nil
}
