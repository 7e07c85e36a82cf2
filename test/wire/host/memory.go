package main

import (
	"net/http"
	"sync"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// memory is the server's data and, through its methods, the plugin API on it. Methods that it lacks are stubs.
type memory struct {
	stubs
	manifest   *model.Manifest
	bundlePath string
	journal    *journal
	changed    func()
	// saved is called when the plugin has saved its settings.
	saved func()

	mu          sync.Mutex
	config      *model.Config
	users       map[string]*model.User
	channels    map[string]*model.Channel
	members     map[membership]*member
	posts       []*model.Post
	ephemeral   []ephemeralPost
	rows        map[string]row
	bots        []*bot
	commands    []*model.Command
	events      []event
	preferences map[choice]model.Preference
	audits      []any
	files       []*file
}

var _ plugin.API = (*memory)(nil)

func newMemory(manifest *model.Manifest, bundlePath string, journal *journal, changed func()) *memory {
	config := &model.Config{}
	config.SetDefaults()
	return &memory{
		manifest:    manifest,
		bundlePath:  bundlePath,
		journal:     journal,
		changed:     changed,
		config:      config,
		users:       map[string]*model.User{},
		channels:    map[string]*model.Channel{},
		members:     map[membership]*member{},
		posts:       []*model.Post{},
		ephemeral:   []ephemeralPost{},
		rows:        map[string]row{},
		bots:        []*bot{},
		commands:    []*model.Command{},
		events:      []event{},
		preferences: map[choice]model.Preference{},
		audits:      []any{},
		files:       []*file{},
	}
}

func notFound(where, id, what string) *model.AppError {
	return refuse(where, id, "Unable to find the existing "+what+".", http.StatusNotFound)
}

func invalid(where, id, message string) *model.AppError {
	return refuse(where, id, message, http.StatusBadRequest)
}
