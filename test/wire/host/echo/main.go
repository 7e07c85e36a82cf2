// Echo is the Go twin of the TypeScript echo plugin: the same answers, so that their times can be compared.
package main

import (
	"io"
	"net/http"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

func main() {
	plugin.ClientMain(&echo{})
}

type echo struct {
	plugin.MattermostPlugin
}

func (e *echo) OnActivate() error {
	e.API.GetServerVersion()
	if _, err := e.API.KVGet("greeting"); err != nil {
		return err
	}
	e.API.LogInfo("echo is active")
	return nil
}

func (e *echo) ExecuteCommand(_ *plugin.Context, args *model.CommandArgs) (*model.CommandResponse, *model.AppError) {
	return &model.CommandResponse{ResponseType: model.CommandResponseTypeEphemeral, Text: args.Command}, nil
}

func (e *echo) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for name, values := range r.Header {
		if strings.HasPrefix(name, "X-") || name == "Content-Type" {
			w.Header()[name] = values
		}
	}
	w.Header().Set("Echo-Method", r.Method)
	w.Header().Set("Echo-Url", r.URL.String())
	_, _ = w.Write(body)
}
