package main

import (
	"errors"
	"net/http"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

// host calls the plugin as the server does.
type host struct {
	id          string
	environment *plugin.Environment
	health      *plugin.PluginHealthCheckJob
	journal     *journal
	memory      *memory
}

type elapsed struct {
	Milliseconds float64 `json:"milliseconds"`
}

type health struct {
	Healthy bool `json:"healthy"`
	Running bool `json:"running"`
}

func newHost(id string, environment *plugin.Environment, journal *journal, memory *memory) *host {
	// The job's own clock is stopped: the test says when it is time to look.
	environment.TogglePluginHealthCheckJob(true)
	job := environment.GetPluginHealthCheckJob()
	environment.TogglePluginHealthCheckJob(false)
	h := &host{id: id, environment: environment, health: job, journal: journal, memory: memory}
	// Not awaited, as in the server: the plugin that saves its settings hears of it later.
	memory.saved = func() { go h.configurationChanged() }
	return h
}

func (h *host) activate() (elapsed, error) {
	begin := time.Now()
	_, activated, err := h.environment.Activate(h.id)
	if err == nil && !activated {
		err = errors.New("the plugin is active already")
	}
	return since(begin), err
}

func (h *host) deactivate() elapsed {
	begin := time.Now()
	h.environment.Deactivate(h.id)
	return since(begin)
}

// checkHealth is one pass of the server's job, which restarts an active plugin that does not answer.
func (h *host) checkHealth() health {
	if !h.environment.IsActive(h.id) {
		return health{}
	}
	healthy := h.environment.PerformHealthCheck(h.id) == nil
	if !healthy {
		h.health.CheckPlugin(h.id)
	}
	return health{Healthy: healthy, Running: h.environment.IsActive(h.id)}
}

func (h *host) killPlugin() any {
	h.journal.process.kill()
	return nil
}

func (h *host) pluginPid() any {
	if pid, _ := h.journal.process.current(); pid != 0 {
		return pid
	}
	return nil
}

func (h *host) logs() []logEntry { return h.journal.all() }

func (h *host) setServerConfig(patch map[string]any) error {
	if err := h.memory.patchConfig(patch); err != nil {
		return err
	}
	h.configurationChanged()
	return nil
}

func (h *host) setPluginConfig(settings map[string]any) error {
	h.memory.storeSettings(settings)
	h.configurationChanged()
	return nil
}

func (h *host) configurationChanged() {
	h.environment.RunMultiPluginHook(func(hooks plugin.Hooks, _ *model.Manifest) bool {
		// An error here is the plugin's own to log; the server ignores it too.
		_ = hooks.OnConfigurationChange()
		return true
	}, plugin.OnConfigurationChangeID)
}

type account struct {
	ID string `json:"id"`
}

// deactivateUser is what an administrator does. The server tells the plugins beside it; a test waits for them.
func (h *host) deactivateUser(wanted account) error {
	user, refusal := h.memory.deactivate(wanted.ID)
	if refusal != nil {
		return refusal
	}
	h.environment.RunMultiPluginHook(func(hooks plugin.Hooks, _ *model.Manifest) bool {
		hooks.UserHasBeenDeactivated(newContext(), user)
		return true
	}, plugin.UserHasBeenDeactivatedID)
	return nil
}

// writePost is what a person does in the client. The server tells the plugins beside it; a test waits for them.
func (h *host) writePost(wanted *model.Post) error {
	post, refusal := h.memory.write(wanted)
	if refusal != nil {
		return refusal
	}
	h.environment.RunMultiPluginHook(func(hooks plugin.Hooks, _ *model.Manifest) bool {
		hooks.MessageHasBeenPosted(newContext(), post.ForPlugin())
		return true
	}, plugin.MessageHasBeenPostedID)
	return nil
}

type commandArgs struct {
	UserID    string `json:"userId"`
	ChannelID string `json:"channelId"`
	TeamID    string `json:"teamId"`
	RootID    string `json:"rootId"`
	TriggerID string `json:"triggerId"`
	Command   string `json:"command"`
	SiteURL   string `json:"siteUrl"`
	UserAgent string `json:"userAgent"`
	ByPlugin  bool   `json:"byPlugin"`
}

// executeCommand pings the plugin before and after the hook, because a lost call looks like an empty answer.
func (h *host) executeCommand(args commandArgs) (*model.CommandResponse, error) {
	if h.environment.PerformHealthCheck(h.id) != nil {
		return nil, crashed()
	}
	response, err := h.runCommand(args)
	if err != nil {
		return nil, err
	}
	if h.environment.PerformHealthCheck(h.id) != nil {
		return nil, crashed()
	}
	if response == nil {
		return nil, errors.New("the plugin answered the command with nothing")
	}
	return response, nil
}

func (h *host) runCommand(args commandArgs) (*model.CommandResponse, error) {
	hooks, err := h.environment.HooksForPlugin(h.id)
	if err != nil {
		return nil, err
	}
	context := newContext()
	context.UserAgent = args.UserAgent
	if args.ByPlugin {
		context.SessionId = ""
	}
	response, refusal := hooks.ExecuteCommand(context, &model.CommandArgs{
		UserId:       args.UserID,
		ChannelId:    args.ChannelID,
		TeamId:       args.TeamID,
		RootId:       args.RootID,
		TriggerId:    args.TriggerID,
		Command:      args.Command,
		SiteURL:      args.SiteURL,
		UserMentions: h.memory.mentioned(args.ChannelID, args.Command),
	})
	if refusal != nil {
		return nil, refusal
	}
	return response, nil
}

type timedCommands struct {
	Args  commandArgs `json:"args"`
	Count int         `json:"count"`
}

// timeCommands runs one command after the other and answers each one's time in microseconds.
func (h *host) timeCommands(wanted timedCommands) ([]float64, error) {
	times := make([]float64, 0, wanted.Count)
	for range wanted.Count {
		begin := time.Now()
		if _, err := h.runCommand(wanted.Args); err != nil {
			return nil, err
		}
		times = append(times, float64(time.Since(begin).Nanoseconds())/1e3)
	}
	return times, nil
}

func newContext() *plugin.Context {
	return &plugin.Context{SessionId: model.NewId(), RequestId: model.NewId(), IPAddress: "127.0.0.1"}
}

func crashed() *model.AppError {
	return refuse("ExecutePluginCommand", "model.plugin_command_crash.error.app_error",
		"the plugin crashed", http.StatusInternalServerError)
}

func since(begin time.Time) elapsed {
	return elapsed{float64(time.Since(begin).Nanoseconds()) / 1e6}
}
