// Caller is a plugin that calls any method of the plugin API for a test: the command `/call Method [arguments]`
// (a JSON array) answers the results as a JSON array. So it tells what a host answers to an official plugin.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"

	"github.com/mattermost/mattermost/server/public/model"
	"github.com/mattermost/mattermost/server/public/plugin"
)

func main() {
	plugin.ClientMain(&caller{})
}

// stderr is the process's own: go-plugin sends os.Stderr over a stream of its connection instead.
var stderr = os.NewFile(2, "stderr")

type caller struct {
	plugin.MattermostPlugin
}

// OnConfigurationChange says what it was told, for the test to see that it was.
func (c *caller) OnConfigurationChange() error {
	var settings struct{ Color string }
	if err := c.API.LoadPluginConfiguration(&settings); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "the color is "+settings.Color)
	return nil
}

func (c *caller) ExecuteCommand(_ *plugin.Context, args *model.CommandArgs) (*model.CommandResponse, *model.AppError) {
	words := strings.SplitN(args.Command, " ", 3)
	if len(words) != 3 {
		return nil, model.NewAppError("ExecuteCommand", "caller.usage", nil, "/call Method [arguments]", http.StatusBadRequest)
	}
	results, err := c.call(words[1], []byte(words[2]))
	if err != nil {
		return nil, model.NewAppError("ExecuteCommand", "caller.failed", nil, err.Error(), http.StatusBadRequest)
	}
	return &model.CommandResponse{Text: string(results)}, nil
}

// ServeHTTP answers the headers that the host let through, sets each `cookie` of the query and leads to its `location`.
func (c *caller) ServeHTTP(_ *plugin.Context, w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	for _, cookie := range query["cookie"] {
		w.Header().Add("Set-Cookie", cookie)
	}
	if location := query.Get("location"); location != "" {
		http.Redirect(w, r, location, http.StatusFound)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"url": r.URL.String(), "headers": r.Header})
}

func (c *caller) call(name string, rawArguments []byte) ([]byte, error) {
	method := reflect.ValueOf(c.API).MethodByName(name)
	if !method.IsValid() {
		return nil, fmt.Errorf("there is no method %s", name)
	}
	var given []json.RawMessage
	if err := json.Unmarshal(rawArguments, &given); err != nil {
		return nil, err
	}
	signature := method.Type()
	if len(given) != signature.NumIn() {
		return nil, fmt.Errorf("%s takes %d arguments", name, signature.NumIn())
	}
	var passed []reflect.Value
	var filled []any
	for i, raw := range given {
		argument := reflect.New(signature.In(i))
		if err := json.Unmarshal(raw, argument.Interface()); err != nil {
			return nil, err
		}
		if signature.In(i).Kind() == reflect.Interface {
			// The method writes into what this argument points to; it becomes a result.
			filled = append(filled, argument.Interface())
			passed = append(passed, argument)
		} else {
			passed = append(passed, argument.Elem())
		}
	}
	run := method.Call
	if signature.IsVariadic() {
		run = method.CallSlice
	}
	return json.Marshal(append(filled, readable(run(passed))...))
}

func readable(results []reflect.Value) []any {
	all := make([]any, 0, len(results))
	for _, result := range results {
		value := result.Interface()
		if refusal, isRefusal := value.(*model.AppError); isRefusal && refusal == nil {
			value = nil
		} else if err, isError := value.(error); isError && !isRefusal {
			value = err.Error()
		}
		all = append(all, value)
	}
	return all
}
