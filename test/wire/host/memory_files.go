package main

import (
	"bytes"
	"path/filepath"

	"github.com/mattermost/mattermost/server/public/model"
)

// file is an upload, which a post may have.
type file struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	ChannelID string `json:"channel_id"`
	PostID    string `json:"post_id"`
	Bytes     []byte `json:"bytes"`
}

// UploadFile takes files of any size, whether or not people may upload: for a plugin nobody asks.
func (m *memory) UploadFile(data []byte, channelID, name string) (*model.FileInfo, *model.AppError) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if channelID != "" && m.channels[channelID] == nil {
		return nil, invalid("UploadFile", "api.file.upload_file.incorrect_channelId.app_error", "Unable to upload the file.")
	}
	added := &file{ID: model.NewId(), Name: filepath.Base(name), ChannelID: channelID, Bytes: bytes.Clone(data)}
	m.files = append(m.files, added)
	return &model.FileInfo{
		Id:        added.ID,
		CreatorId: "nouser",
		ChannelId: channelID,
		CreateAt:  model.GetMillis(),
		Name:      added.Name,
		Size:      int64(len(data)),
	}, nil
}

// attach gives a new post its files and answers which it has: those that no post has yet.
func (m *memory) attach(post *model.Post) model.StringArray {
	attached := model.StringArray{}
	for _, id := range post.FileIds {
		for _, added := range m.files {
			if added.ID == id && added.PostID == "" {
				added.PostID = post.Id
				attached = append(attached, id)
			}
		}
	}
	return attached
}

func (m *memory) allFiles() []file {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := []file{}
	for _, added := range m.files {
		all = append(all, *added)
	}
	return all
}
